package motcua.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import motcua.schemas.events.ClockTick;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.internal.AlertTransition;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;
import org.apache.avro.Schema;

/**
 * Every topic of the product: name, value contract, partitions and cleanup. Names outlive the
 * process; a test compares them with the last release.
 */
public enum Topics {
  /** The event log; kept for ever. Key: source, U+001F, dossier. */
  EVENTS("motcua.events", DossierEvent.getClassSchema(), true, Cleanup.KEEP),
  /** Records nobody could read. Key: fingerprint. */
  DEAD_LETTERS("motcua.dead-letters", DeadLetter.getClassSchema(), true, Cleanup.KEEP),
  /** The one clock, written to every partition beside the events. */
  CLOCK("motcua.clock", ClockTick.getClassSchema(), true, Cleanup.SHORT),
  /** Between dossier tasks: revisions of events whose id two dossiers use. Own binary form. */
  MAIL("motcua.mail", null, true, Cleanup.OUTAGE),
  /**
   * The journal, and with it where each dossier stands. Key: unit; keys that begin with U+0000 are
   * clock ticks. Never compacted: the key is the unit.
   */
  POSTINGS("motcua.postings", JournalEntry.getClassSchema(), true, Cleanup.KEEP),
  /** Absolute sums of ledger cells. Key: the cell. */
  LEDGER("motcua.ledger", LedgerEntry.getClassSchema(), true, Cleanup.COMPACT),
  /** Rolling totals a unit, read by one small task. Key: unit. */
  UNIT_TOTALS("motcua.unit-totals", UnitTotals.getClassSchema(), false, Cleanup.COMPACT),
  /** Rolling ratios a scope. Key: scope. */
  RATIOS("motcua.ratios", Ratios.getClassSchema(), false, Cleanup.COMPACT),
  /** Transitions of alerts. */
  ALERTS("motcua.alerts", AlertTransition.getClassSchema(), false, Cleanup.KEEP);

  private enum Cleanup {
    KEEP,
    COMPACT,
    /** Outlasts the longest stop of the application: unread mail must not be lost. */
    OUTAGE,
    /** Of no use once a later record is there. */
    SHORT
  }

  private final String topicName;
  private final Schema schema;
  private final boolean partitioned;
  private final Cleanup cleanup;

  Topics(String topicName, Schema schema, boolean partitioned, Cleanup cleanup) {
    this.topicName = topicName;
    this.schema = schema;
    this.partitioned = partitioned;
    this.cleanup = cleanup;
  }

  /** Name in Kafka. */
  public String topicName() {
    return topicName;
  }

  /** Subject in the registry. */
  public String subject() {
    return topicName + "-value";
  }

  /** Contract of the value; null for {@link #MAIL}, which never leaves the application. */
  public Schema schema() {
    return schema;
  }

  /** Number of partitions, given the number the installation was set up with. */
  public int partitions(int installed) {
    return partitioned ? installed : 1;
  }

  /** Topic configuration. Batches arrive compressed, so the broker keeps the producer's codec. */
  public Map<String, String> configs() {
    return switch (cleanup) {
      case KEEP -> Map.of("cleanup.policy", "delete", "retention.ms", "-1");
      case OUTAGE -> Map.of("cleanup.policy", "delete", "retention.ms", "7776000000");
      case SHORT -> Map.of("cleanup.policy", "delete", "retention.ms", "86400000");
      case COMPACT ->
          Map.of(
              "cleanup.policy",
              "compact",
              "min.cleanable.dirty.ratio",
              "0.2",
              "delete.retention.ms",
              "604800000");
    };
  }

  /** Topics with a contract in the registry. */
  public static List<Topics> registered() {
    return Arrays.stream(values()).filter(t -> t.schema != null).toList();
  }
}
