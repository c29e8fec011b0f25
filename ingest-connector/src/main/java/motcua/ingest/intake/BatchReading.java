package motcua.ingest.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import motcua.ingest.config.EventKeys;
import motcua.ingest.config.IntakeConfig;
import motcua.ingest.config.IntakeKeys;
import motcua.ingest.mapping.LinkHash;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.NationalMapping;
import motcua.ingest.mapping.Origin;
import motcua.ingest.mapping.PersonalData;
import motcua.ingest.mapping.RecordedAt;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.output.ArrivalClock;
import motcua.ingest.output.Framed;
import motcua.ingest.output.Framing;
import motcua.ingest.source.RawRecord;
import motcua.ingest.source.RecordReader;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Bytes of a batch to framed records, with the mapping of the connector: every record becomes an
 * event or a dead letter. Thread-safe.
 */
final class BatchReading {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int FINGERPRINT_IN_ID = 24;

  private final PersonalData guard;
  private final String linkHashKey;
  private final int recordMaxBytes;
  private final Framing framing;
  private final InstantSource clock;
  private final ArrivalClock arrivals;
  private final AtomicLong arrival = new AtomicLong();

  /**
   * How values are written for their topics.
   *
   * @throws org.apache.kafka.common.config.ConfigException when there is no such serializer
   */
  static Framing framing(IntakeConfig config) {
    return new Framing(
        EventKeys.EVENTS,
        EventKeys.DEAD_LETTERS,
        IntakeKeys.SERIALIZER,
        config.serializer(),
        config.serializerConfig());
  }

  /**
   * A reading with the settings of the intake.
   *
   * @param framing writes values for their topics
   * @param clock the intake's
   */
  BatchReading(IntakeConfig config, Framing framing, InstantSource clock) {
    this.guard = new PersonalData(config.exempt());
    this.linkHashKey = config.linkHashKey();
    this.recordMaxBytes = config.limits().recordMaxBytes();
    this.framing = framing;
    this.clock = clock;
    this.arrivals = new ArrivalClock(RecordedAt.CLOCK, config.fixedClock(), clock);
  }

  /**
   * Reads a batch whose form has no fault.
   *
   * @param source system of the client
   * @throws RuntimeException when values cannot be framed, for example because the registry is
   *     away; worth a retry
   */
  ReadBatch read(BatchForm form, String source) {
    String sha256 = form.batch().sha256();
    LocalDate today = LocalDate.ofInstant(clock.instant(), VIETNAM);
    String intake = DAY.format(today) + "-" + sha256.substring(0, FINGERPRINT_IN_ID);
    ReadBatch batch = new ReadBatch(intake, form.bytes(), new ArrayList<>(), new ArrayList<>());
    // Its hashes are not thread-safe, and neither is the mapping that uses them.
    var mapping = new NationalMapping(source, guard, new LinkHash(linkHashKey));
    var envelope =
        new NationalMapping.Envelope(
            form.service().map(Call::payloadName).orElse(null),
            form.batch().text("madonvi").orElse(null));
    Origin origin = new Origin(batch.fileName(), "record", sha256);
    Stamp stamp = arrivals.stamp();
    try (RecordReader reader = form.batch().open(recordMaxBytes)) {
      for (RawRecord raw = reader.next(); raw != null; raw = reader.next()) {
        add(batch, mapping.map(raw, envelope, origin, stamp, arrival.getAndIncrement()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
    return batch;
  }

  private void add(ReadBatch batch, Mapped mapped) {
    Framed framed = framing.frame(mapped);
    batch.records().add(new ProducerRecord<>(framed.topic(), framed.key(), framed.value()));
    if (mapped instanceof Mapped.Dead dead) {
      batch
          .rejections()
          .add(new Answer.Rejection(dead.letter().getPosition(), dead.letter().getReason()));
    }
  }
}
