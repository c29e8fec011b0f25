package motcua.ingest.transform;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import motcua.ingest.Version;
import motcua.ingest.config.EventSettings;
import motcua.ingest.mapping.CanonicalMapping;
import motcua.ingest.mapping.LinkHash;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.NationalMapping;
import motcua.ingest.mapping.Origin;
import motcua.ingest.mapping.PersonalData;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.output.ArrivalClock;
import motcua.ingest.output.Framed;
import motcua.ingest.output.Framing;
import motcua.ingest.source.Fingerprint;
import motcua.ingest.source.RawRecord;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * A single message transform behind Debezium's PostgreSQL connector: a row written to an outbox
 * table becomes an event, a sighting or a dead letter. Nothing of the change event is passed on but
 * what the mappings allow; deletes, truncations and tombstones say nothing of a dossier and are
 * dropped; heartbeats are passed without content. The connector's converters have to be Connect's
 * ByteArrayConverter. One thread at a time.
 *
 * @param <R> records of a source
 */
public final class OutboxToEvents<R extends ConnectRecord<R>>
    implements Transformation<R>, Versioned {
  private final InstantSource system;
  private OutboxConfig config;
  private CanonicalMapping canonical;
  private NationalMapping national;
  private ArrivalClock arrivals;
  private Framing framing;
  private long arrival;

  /** A transformation on the system's clock, as Connect makes it. */
  public OutboxToEvents() {
    this(InstantSource.system());
  }

  /** A transformation that takes the system's time from {@code system}. */
  OutboxToEvents(InstantSource system) {
    this.system = system;
  }

  @Override
  public void configure(Map<String, ?> settings) {
    config = OutboxConfig.from(settings);
    EventSettings events = config.events();
    PersonalData guard = new PersonalData(events.exempt());
    String source = events.source().orElse(null);
    canonical = new CanonicalMapping(source, guard);
    national = new NationalMapping(source, guard, new LinkHash(events.linkHashKey()));
    arrivals = new ArrivalClock(events.recordedAt(), events.fixedClock(), system);
    framing = new Framing(events);
  }

  /**
   * The record of {@code motcua.events} or {@code motcua.dead-letters}, or null for what says
   * nothing.
   *
   * @throws org.apache.kafka.connect.errors.DataException when the record is no change event of an
   *     outbox: a mistake in the configuration, so the connector stops
   * @throws RetriableException when the serializer fails; Connect tries again for {@code
   *     errors.retry.timeout}
   */
  @Override
  public R apply(R record) {
    if (record.value() == null) {
      return null;
    }
    if (ChangeEvent.isHeartbeat(record.value())) {
      return bytes(record, config.heartbeatTopic(), key(record.topic()), new byte[0]);
    }
    ChangeEvent change = ChangeEvent.of(record.value());
    if (change == null) {
      return null;
    }
    Framed framed = frame(map(change));
    return bytes(record, framed.topic(), framed.key(), framed.value());
  }

  @Override
  public ConfigDef config() {
    return OutboxKeys.definition();
  }

  @Override
  public String version() {
    return Version.current();
  }

  @Override
  public void close() {
    if (framing != null) {
      framing.close();
    }
  }

  /** A registry that is away comes back; a record can stand in its message, so that is not told. */
  private Framed frame(Mapped mapped) {
    try {
      return framing.frame(mapped);
    } catch (RuntimeException fault) {
      throw new RetriableException(
          "the record could not be written with value.serializer: " + fault.getClass().getName());
    }
  }

  private Mapped map(ChangeEvent change) {
    byte[] payload = change.bytes(config.payloadColumn());
    Origin origin =
        new Origin(
            change.table(),
            "row" + change.name(config.idColumn()) + " at log position",
            Fingerprint.of(key(change.table() + "@" + change.lsn())));
    RawRecord raw = raw(payload, change.lsn());
    Stamp stamp = arrivals.stamp();
    return switch (config.form()) {
      case CANONICAL -> canonical.map(raw, origin, stamp, arrival++);
      case NATIONAL -> national.map(raw, config.envelope(), origin, stamp, arrival++);
    };
  }

  private RawRecord raw(byte[] payload, long lsn) {
    return payload.length > config.recordMaxBytes()
        ? new RawRecord.TooLong(Fingerprint.of(payload), lsn, lsn, payload.length)
        : new RawRecord.Whole(payload, 0, payload.length, lsn, lsn);
  }

  /** Without headers and time of the change event: they may hold more than we know of. */
  private R bytes(R record, String topic, byte[] key, byte[] value) {
    return record.newRecord(
        topic,
        null,
        Schema.BYTES_SCHEMA,
        key,
        Schema.BYTES_SCHEMA,
        value,
        null,
        new ConnectHeaders());
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
