package motcua.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import motcua.codec.EventCodec;
import motcua.codec.FramedWriter;
import motcua.codec.Micros;
import motcua.core.alert.AlertRules;
import motcua.core.dossier.Revision;
import motcua.core.policy.Rules;
import motcua.core.unit.UnitAliases;
import motcua.core.unit.UnitResolver;
import motcua.core.unit.UnitTree;
import motcua.schemas.events.ClockTick;
import motcua.schemas.events.DossierEvent;
import motcua.testing.LedgerHarness;
import motcua.testing.LocalRegistry;
import motcua.testing.MessyHistory;
import motcua.topology.Alerting;
import motcua.topology.Codecs;
import motcua.topology.DecisionObserver;
import motcua.topology.Keys;
import motcua.topology.LedgerTopology;
import motcua.topology.Topics;

/**
 * One seed is one run of the whole pipeline over the histories of some dossiers, on 1 to 12
 * partitions: records in any order and doubled, ticks that jump over due moments, transactions of
 * any size, crashes and restarts at any point. It must come to what an undisturbed run on one
 * partition comes to, and to what the core makes of the same records.
 */
public final class PipelineSimulation {
  private static final Codecs CODECS = new LocalRegistry().codecs();
  private static final UnitTree TREE = UnitTree.parse(LedgerHarness.UNITS).orElseThrow();
  private static final List<String> UNITS = List.of("H1.1", "H1.2", "H9 unknown");
  private static final int MOST_PARTITIONS = 12;

  /** What is written to the log: an event, or a tick of the clock. */
  private sealed interface Writing {
    record Event(DossierEvent event) implements Writing {}

    record Tick(Instant at) implements Writing {}
  }

  private final RandomGenerator random;
  private final MessyHistory messy;
  private final Rules rules;
  private final List<DossierEvent> events;
  private final Instant end;
  private final FramedWriter<DossierEvent> eventWriter = CODECS.writer(Topics.EVENTS);
  private final FramedWriter<ClockTick> tickWriter = CODECS.writer(Topics.CLOCK);
  private long ticks;

  private PipelineSimulation(long seed) {
    random = new SplittableRandom(seed);
    MessyHistory.Era era = MessyHistory.anyEra(random);
    List<String> dossiers = List.of("D1", "D2", "D3", "D4", "D5").subList(0, 1 + random.nextInt(5));
    messy = new MessyHistory(random, era, subject("D1", dossiers));
    rules = messy.rules();
    events = new ArrayList<>();
    for (String dossier : dossiers) {
      new MessyHistory(random, era, subject(dossier, dossiers))
          .history()
          .forEach(revision -> events.add(Events.toWire(revision)));
    }
    events.sort(Comparator.comparing(DossierEvent::getRecordedAtMicros));
    Instant tick = messy.anyMoment();
    Instant last =
        events.isEmpty() ? tick : Micros.toInstant(events.getLast().getRecordedAtMicros());
    end = tick.isBefore(last) ? last : tick;
  }

  /** Ids that name their dossier, or now and then ids that several dossiers may use. */
  private MessyHistory.Subject subject(String dossier, List<String> all) {
    List<String> others = new ArrayList<>(all);
    others.remove(dossier);
    others.add("D9");
    String prefix = random.nextInt(5) == 0 ? "" : dossier + ":";
    return new MessyHistory.Subject(dossier, others, UNITS, prefix);
  }

  /**
   * Simulates one run; the same seed is the same run.
   *
   * @throws AssertionError when something differs
   */
  public static void run(long seed) {
    var simulation = new PipelineSimulation(seed);
    Outcome disturbed = simulation.disturbed();
    simulation.agreesWithTheCore(disturbed);
    assertEquals(simulation.ordered(), disturbed, "ordered run");
  }

  private void agreesWithTheCore(Outcome outcome) {
    List<Revision> revisions =
        events.stream()
            .map(EventCodec::toRevision)
            .map(revision -> revision.toRevision(revision.content(Events.SOURCE)))
            .toList();
    CoreOutcome core = CoreOutcome.of(revisions, end, rules);
    assertEquals(core.journal(), outcome.journal(), "journal");
    assertEquals(core.ledger(), outcome.ledger(), "ledger");
    assertEquals(core.standings(), outcome.standings(), "standings");
  }

  private LedgerTopology topology(int partitions, int crossingsPerRecord) {
    return new LedgerTopology(
        rules,
        new UnitResolver(TREE, UnitAliases.NONE),
        TREE,
        CODECS,
        DecisionObserver.NONE,
        new Alerting(AlertRules.DEFAULT, rules.calendar(), true),
        new LedgerTopology.Parameters(partitions, 1, Duration.ofMillis(100), crossingsPerRecord));
  }

  private Outcome ordered() {
    try (var cluster = new Cluster(1, topology(1, Integer.MAX_VALUE))) {
      events.forEach(event -> write(new Writing.Event(event), cluster));
      return settle(cluster);
    }
  }

  private Outcome disturbed() {
    int partitions = 1 + random.nextInt(MOST_PARTITIONS);
    int crossings = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(2);
    int crashes = random.nextInt(4);
    try (var cluster = new Cluster(partitions, topology(partitions, crossings))) {
      for (Writing writing : script()) {
        write(writing, cluster);
        for (int steps = random.nextInt(4); steps > 0; steps--) {
          Member member = cluster.someMember(random);
          boolean crashing = crashes > 0 && random.nextInt(8) == 0;
          crashes -= crashing ? 1 : 0;
          transact(member, crashing);
        }
      }
      return settle(cluster);
    }
  }

  /** A transaction of some records; a crash comes before its commit or after. */
  private void transact(Member member, boolean crashing) {
    for (int records = 1 + random.nextInt(6); records > 0 && member.hasUnread(); records--) {
      member.readOne(random.nextInt(12));
    }
    if (random.nextInt(4) == 0) {
      member.passTime();
    }
    if (!crashing || random.nextInt(3) == 0) {
      member.commit();
    }
    if (crashing) {
      member.crash();
    }
  }

  /** The events in recorded order or any other, some doubled, and ticks in order among them. */
  private List<Writing> script() {
    List<DossierEvent> arrivals = new ArrayList<>(events);
    for (int doubles = random.nextInt(1 + events.size() / 3); doubles > 0; doubles--) {
      arrivals.add(events.get(random.nextInt(events.size())));
    }
    if (random.nextInt(3) > 0) {
      Collections.shuffle(arrivals, random);
    }
    List<Writing> script = new ArrayList<>();
    arrivals.forEach(event -> script.add(new Writing.Event(event)));
    TreeSet<Instant> moments = new TreeSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Instant moment = messy.anyMoment();
      moments.add(moment.isAfter(end) ? end : moment);
    }
    int place = 0;
    for (Instant moment : moments) {
      place += random.nextInt(1 + script.size() - place);
      script.add(place++, new Writing.Tick(moment));
    }
    return script;
  }

  private void write(Writing writing, Cluster cluster) {
    switch (writing) {
      case Writing.Event(DossierEvent event) -> {
        String id = event.getDossierId() == null ? event.getEventId() : event.getDossierId();
        cluster.append(Topics.EVENTS, Keys.entity(event.getSource(), id), eventWriter.write(event));
      }
      case Writing.Tick(Instant at) -> {
        var tick =
            ClockTick.newBuilder()
                .setAtMicros(Micros.of(at))
                .setSequence(ticks++)
                .setOrigin(-1)
                .build();
        cluster.appendToAll(Topics.CLOCK, new byte[] {0}, tickWriter.write(tick));
      }
    }
  }

  /**
   * As a replay settles: first events and mail, then a tick, which sends what the ledger holds
   * back.
   */
  private Outcome settle(Cluster cluster) {
    cluster.drain();
    write(new Writing.Tick(end), cluster);
    cluster.drain();
    cluster.passTime();
    cluster.drain();
    assertEquals(List.of(), cluster.all(Topics.DEAD_LETTERS), "dead letters");
    return Outcome.of(cluster, CODECS);
  }
}
