package motcua.topology;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import motcua.schemas.events.ClockTick;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.internal.AlertAct;
import motcua.schemas.internal.AlertTransition;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;
import org.apache.avro.Schema;

/**
 * Every topic of the product: name, value contract, partitions and cleanup. Names outlive the
 * process; a test compares them with the last release.
 *
 * <p>A ledger is built in topics of its own generation, so that a rebuild stands beside the old one
 * and the old one can be deleted as a whole. What comes from outside, or goes there, is shared.
 */
public enum Topics {
  /** The event log; kept for ever. Key: source, U+001F, dossier. */
  EVENTS("events", DossierEvent.getClassSchema(), true, Cleanup.KEEP),
  /** Records nobody could read. Key: fingerprint. */
  DEAD_LETTERS("dead-letters", DeadLetter.getClassSchema(), true, Cleanup.KEEP),
  /** The one clock, written to every partition beside the events. */
  CLOCK("clock", ClockTick.getClassSchema(), true, Cleanup.SHORT),
  /** Between dossier tasks: revisions of events whose id two dossiers use. Own binary form. */
  MAIL("mail", null, true, Cleanup.OUTAGE),
  /**
   * The journal, and with it where each dossier stands. Key: unit; keys that begin with U+0000 are
   * clock ticks. Never compacted: the key is the unit.
   */
  POSTINGS("postings", JournalEntry.getClassSchema(), true, Cleanup.KEEP),
  /** Absolute sums of ledger cells. Key: the cell. */
  LEDGER("ledger", LedgerEntry.getClassSchema(), true, Cleanup.COMPACT),
  /** Rolling totals a unit, read by one small task. Key: unit. */
  UNIT_TOTALS("unit-totals", UnitTotals.getClassSchema(), false, Cleanup.COMPACT),
  /** Rolling ratios a scope. Key: scope. */
  RATIOS("ratios", Ratios.getClassSchema(), false, Cleanup.COMPACT),
  /** Transitions of alerts, of all generations. Key: scope. */
  ALERTS("alerts", AlertTransition.getClassSchema(), false, Cleanup.KEEP),
  /** What people did with alerts. Key: scope. */
  ALERT_ACTS("alert-acts", AlertAct.getClassSchema(), false, Cleanup.KEEP);

  private enum Cleanup {
    KEEP,
    COMPACT,
    /** Outlasts the longest stop of the application: unread mail must not be lost. */
    OUTAGE,
    /** Of no use once a later record is there. */
    SHORT
  }

  private static final Set<Topics> SHARED =
      EnumSet.of(EVENTS, DEAD_LETTERS, CLOCK, ALERTS, ALERT_ACTS);

  private final String name;
  private final Schema schema;
  private final boolean partitioned;
  private final Cleanup cleanup;

  Topics(String name, Schema schema, boolean partitioned, Cleanup cleanup) {
    this.name = name;
    this.schema = schema;
    this.partitioned = partitioned;
    this.cleanup = cleanup;
  }

  /**
   * Name in Kafka.
   *
   * @param generation of the ledger; shared topics are the same in all
   */
  public String topicName(int generation) {
    return SHARED.contains(this) ? "motcua." + name : "motcua.g" + generation + "." + name;
  }

  /**
   * Name in Kafka of a shared topic.
   *
   * @throws IllegalStateException for a topic that every generation has
   */
  public String topicName() {
    if (!SHARED.contains(this)) {
      throw new IllegalStateException(this + " has a name in each generation only");
    }
    return topicName(0);
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
