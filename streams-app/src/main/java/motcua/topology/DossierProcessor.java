package motcua.topology;

import java.util.List;
import motcua.codec.DossierState;
import motcua.codec.EventCodec;
import motcua.codec.EventRevision;
import motcua.codec.FramedReader;
import motcua.codec.FramedWriter;
import motcua.codec.Mail;
import motcua.codec.SightingCodec;
import motcua.codec.UnreadableRecord;
import motcua.core.dossier.DossierKey;
import motcua.core.interpretation.SeenSighting;
import motcua.schemas.events.ClockTick;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.internal.AlertTransition;
import motcua.schemas.internal.JournalEntry;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the dossiers of one partition: reads a record of the event log, of the mail or of the
 * clock, asks {@link DossierBook} what it means, stores and sends. Everything is computed before
 * anything is written.
 */
final class DossierProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final DossierBook book;
  private final Rewrites rewrites;
  private final Codecs codecs;
  private final DecisionObserver observer;
  private final int crossingsPerRecord;
  private final String mailTopic;

  private ProcessorContext<byte[], byte[]> context;
  private Dossiers dossiers;
  private Crossings crossings;
  private FramedReader<DossierEvent> events;
  private FramedReader<ClockTick> ticks;
  private FramedWriter<JournalEntry> entries;
  private FramedWriter<DeadLetter> deadLetters;
  private FramedWriter<ClockTick> passedTicks;
  private FramedWriter<AlertTransition> alerts;
  private long clockMicros = Long.MIN_VALUE;

  /**
   * @param mailTopic of this generation
   * @param crossingsPerRecord how many dossiers one record may move over their due: a midnight peak
   *     must not outlast the transaction
   */
  DossierProcessor(
      DossierBook book,
      Rewrites rewrites,
      Codecs codecs,
      DecisionObserver observer,
      String mailTopic,
      int crossingsPerRecord) {
    this.book = book;
    this.rewrites = rewrites;
    this.codecs = codecs;
    this.observer = observer;
    this.mailTopic = mailTopic;
    this.crossingsPerRecord = crossingsPerRecord;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> processorContext) {
    context = processorContext;
    KeyValueStore<byte[], byte[]> store = context.getStateStore(Names.DOSSIER_STORE);
    crossings = new Crossings();
    dossiers =
        Dossiers.open(store, (entity, micros) -> crossings.move(entity, Long.MAX_VALUE, micros));
    events = codecs.reader(Topics.EVENTS);
    ticks = codecs.reader(Topics.CLOCK);
    entries = codecs.writer(Topics.POSTINGS);
    deadLetters = codecs.writer(Topics.DEAD_LETTERS);
    passedTicks = codecs.writer(Topics.CLOCK);
    alerts = codecs.writer(Topics.ALERTS);
  }

  @Override
  public void process(Record<byte[], byte[]> in) {
    String topic = context.recordMetadata().orElseThrow().topic();
    if (topic.equals(Topics.CLOCK.topicName())) {
      tick(in);
    } else if (topic.equals(mailTopic)) {
      switch (Mail.fromBytes(in.value())) {
        case Mail.GoOn goOn -> cross(goOn, in);
        case Mail.Shared shared ->
            learn(Keys.dossier(in.key()), shared.revision(), shared.backfill(), false, in);
      }
    } else {
      event(in);
    }
  }

  private void tick(Record<byte[], byte[]> in) {
    ClockTick tick;
    try {
      tick = ticks.read(in.value());
    } catch (UnreadableRecord e) {
      refuse(e, in);
      return;
    }
    clockMicros = Math.max(clockMicros, tick.getAtMicros());
    cross(new Mail.GoOn(tick.getAtMicros(), tick.getSequence()), in);
  }

  private void event(Record<byte[], byte[]> in) {
    try {
      DossierEvent event = events.read(in.value());
      DossierKey key = Keys.dossier(in.key());
      if (key == null) {
        throw new UnreadableRecord("KEY: not source, U+001F, dossier");
      }
      if (event.getSighting() == null) {
        learn(key, EventCodec.toRevision(event), event.getBackfill(), true, in);
      } else {
        learn(key, SightingCodec.fromWire(event), in);
      }
    } catch (UnreadableRecord e) {
      refuse(e, in);
    }
  }

  private void learn(
      DossierKey key,
      EventRevision revision,
      boolean backfill,
      boolean direct,
      Record<byte[], byte[]> in) {
    byte[] entity = in.key();
    DossierBook.Known before = dossiers.get(entity);
    DossierState after = DossierBook.with(before.state(), revision);
    if (after == null) {
      observer.unchanged();
      return;
    }
    var letters = SharedEvents.after(key.dossierId(), before.state().revisions(), revision, direct);
    var prompt = direct ? Prompt.of(revision, backfill) : Prompt.byMail(revision, backfill);
    var decision = book.decide(key, before, after, clockMicros, prompt);
    apply(entity, before, decision, in);
    tell(key, before, decision, prompt, in);
    for (SharedEvents.Letter letter : letters) {
      byte[] to = Keys.entity(key.source(), letter.toEntity());
      byte[] bytes = Mail.toBytes(new Mail.Shared(letter.revision(), backfill));
      context.forward(in.withKey(to).withValue(bytes), Names.MAIL_SINK);
    }
  }

  private void learn(DossierKey key, SeenSighting sighting, Record<byte[], byte[]> in) {
    byte[] entity = in.key();
    DossierBook.Known before = dossiers.get(entity);
    DossierState after = DossierBook.with(before.state(), sighting);
    if (after == null) {
      observer.unchanged();
      return;
    }
    var prompt = Prompt.of(sighting);
    var decision = book.decide(key, before, after, clockMicros, prompt);
    apply(entity, before, decision, in);
    tell(key, before, decision, prompt, in);
  }

  private void tell(
      DossierKey key,
      DossierBook.Known before,
      DossierBook.Decision decision,
      Prompt prompt,
      Record<byte[], byte[]> in) {
    for (AlertTransition found :
        rewrites.found(
            key.dossierId(), before, decision.known(), prompt.backfill(), prompt.appliedMicros())) {
      context.forward(
          in.withKey(Keys.unit(found.getScope())).withValue(alerts.write(found)),
          Names.REWRITTEN_SINK);
    }
  }

  /** Moves dossiers over their due, then passes the tick on behind their postings. */
  private void cross(Mail.GoOn tick, Record<byte[], byte[]> in) {
    List<byte[]> due = crossings.due(tick.tickMicros(), crossingsPerRecord);
    for (byte[] entity : due) {
      DossierBook.Known known = dossiers.get(entity);
      DossierState state = known.state();
      long moment = state.crossingMicros();
      apply(
          entity,
          known,
          book.decide(Keys.dossier(entity), known, state, tick.tickMicros(), Prompt.clock(moment)),
          in);
    }
    boolean more = crossings.isDue(tick.tickMicros());
    observer.crossed(due.size(), more ? 1 : 0);
    if (more) {
      context.forward(
          in.withKey(Keys.goOn(context.taskId().partition())).withValue(Mail.toBytes(tick)),
          Names.MAIL_SINK);
      return;
    }
    byte[] passed =
        passedTicks.write(
            ClockTick.newBuilder()
                .setAtMicros(tick.tickMicros())
                .setSequence(tick.tickSequence())
                .setOrigin(context.taskId().partition())
                .build());
    context.forward(in.withKey(Keys.tick()).withValue(passed), Names.POSTINGS_SINK);
    // Whoever wrote the tick waits for what is behind it; large transactions need not keep it.
    context.commit();
  }

  private void apply(
      byte[] entity,
      DossierBook.Known before,
      DossierBook.Decision decision,
      Record<byte[], byte[]> in) {
    dossiers.put(entity, decision.known());
    crossings.move(
        entity, before.state().crossingMicros(), decision.known().state().crossingMicros());
    int postings = 0;
    for (JournalEntry entry : decision.entries()) {
      context.forward(
          in.withKey(Keys.unit(entry.getUnit())).withValue(entries.write(entry)),
          Names.POSTINGS_SINK);
      postings += entry.getPostings().size();
    }
    observer.applied(postings);
  }

  private void refuse(UnreadableRecord e, Record<byte[], byte[]> in) {
    var metadata = context.recordMetadata().orElseThrow();
    var letter = DeadLetters.of(metadata, in.value(), e.getMessage(), clockMicros);
    observer.deadLetter(e.code());
    context.forward(
        in.withKey(Keys.unit(letter.getFingerprint())).withValue(deadLetters.write(letter)),
        Names.EVENT_DEAD_LETTERS_SINK);
  }
}
