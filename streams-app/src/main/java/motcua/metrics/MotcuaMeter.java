package motcua.metrics;

import java.util.List;

/**
 * Every meter of our own: name, kind, tags and meaning. Dashboards and alerts use no other; a name
 * is never reused for another meaning.
 */
public enum MotcuaMeter {
  /** Records written to the read model. */
  PROJECTOR_RECORDS("motcua.projector.records", Kind.COUNTER, "Records written to the read model"),
  /** Transactions of the projector. */
  PROJECTOR_TRANSACTIONS(
      "motcua.projector.transactions", Kind.COUNTER, "Transactions the projector committed"),
  /** Records of other generations. */
  PROJECTOR_SKIPPED(
      "motcua.projector.skipped.records",
      Kind.COUNTER,
      "Records of other ledger generations passed over"),
  /** Distance to the last stable offset. */
  PROJECTOR_LAG(
      "motcua.projector.lag.records", Kind.GAUGE, "Records behind the last stable offset", "topic"),
  /** Whether the projector runs. */
  PROJECTOR_RUNNING("motcua.projector.running", Kind.GAUGE, "1 while the projector runs, else 0"),
  /** Age of the newest record applied. */
  FRESHNESS(
      "motcua.freshness.seconds",
      Kind.GAUGE,
      "Seconds since the recordedAt of the newest record in the read model; NaN before the first"),
  /** Dead letters read. */
  DEAD_LETTERS("motcua.dead.letters", Kind.COUNTER, "Dead letters read since the start"),
  /** Dead letters that stand open. */
  DEAD_LETTERS_OPEN(
      "motcua.dead.letters.open",
      Kind.GAUGE,
      "Dead letters that are not resolved, by code of the reason",
      "reason"),
  /** How long a source has not been heard. */
  SOURCE_AGE(
      "motcua.source.heard.age.seconds",
      Kind.GAUGE,
      "Seconds on the ledger's clock since a source last changed a figure, nights and holidays included",
      "source"),
  /** Whether a source is silent. */
  SOURCE_SILENT(
      "motcua.source.silent",
      Kind.GAUGE,
      "1 when a source has been silent for longer than its limit in office hours, else 0",
      "source"),
  /** How much of its limit a source has been silent. */
  SOURCE_LIMIT(
      "motcua.source.silence.limit.seconds",
      Kind.GAUGE,
      "Office time without a record that is too long for a source; missing where it is not watched",
      "source"),
  /** How fast a source sends. */
  SOURCE_RATE(
      "motcua.source.records.hour",
      Kind.GAUGE,
      "Records of a source that changed the ledger in the last hour, in steps of five minutes",
      "source"),
  /** What the last audit found. */
  AUDIT_DRIFT(
      "motcua.audit.drift",
      Kind.GAUGE,
      "Figures in which ledger, journal and recount differ, and sums that do not balance, at the last audit; 0 is the only good value, NaN before the first and while the database is away"),
  /** When the last audit was. */
  AUDIT_AGE(
      "motcua.audit.age.seconds",
      Kind.GAUGE,
      "Seconds since the last audit ended; NaN before the first and while the database is away"),
  /** Messages due and not delivered. */
  NOTIFY_PENDING(
      "motcua.notify.pending", Kind.GAUGE, "Messages that are due and not delivered", "channel"),
  /** How long the first of them has been due. */
  NOTIFY_OLDEST(
      "motcua.notify.oldest.pending.seconds",
      Kind.GAUGE,
      "Seconds since the oldest message not delivered was due; 0 when there is none",
      "channel"),
  /** Messages delivered. */
  NOTIFY_SENT(
      "motcua.notify.sent", Kind.COUNTER, "Messages delivered, of all notifiers", "channel"),
  /** Messages given up. */
  NOTIFY_FAILED(
      "motcua.notify.failed",
      Kind.COUNTER,
      "Messages that cannot be delivered, of all notifiers; the outbox says why",
      "channel"),
  /** Answers of the intake. */
  INTAKE_ANSWERS("motcua.intake.answers", Kind.COUNTER, "Requests answered, by answer", "answer"),
  /** Records the intake made durable. */
  INTAKE_RECORDS(
      "motcua.intake.records",
      Kind.COUNTER,
      "Records acknowledged to senders, dead letters among them"),
  /** Those of them that are dead letters. */
  INTAKE_REFUSED(
      "motcua.intake.refused.records",
      Kind.COUNTER,
      "Records acknowledged to senders that became dead letters"),
  /** Requests inside. */
  INTAKE_WAITING("motcua.intake.waiting", Kind.GAUGE, "Requests that wait for their answer"),
  /** How long answers take. */
  INTAKE_SECONDS(
      "motcua.intake.answer.seconds",
      Kind.GAUGE,
      "Seconds to the answer, over the last 4096 requests; NaN before the first",
      "quantile");

  /** What a meter does. */
  public enum Kind {
    COUNTER,
    GAUGE
  }

  private final String meterName;
  private final Kind kind;
  private final String help;
  private final List<String> tags;

  MotcuaMeter(String meterName, Kind kind, String help, String... tags) {
    this.meterName = meterName;
    this.kind = kind;
    this.help = help;
    this.tags = List.of(tags);
  }

  /** Name in micrometer, with dots. */
  public String meterName() {
    return meterName;
  }

  /** Name on {@code /metrics}. */
  public String prometheusName() {
    String name = meterName.replace('.', '_');
    return kind == Kind.COUNTER ? name + "_total" : name;
  }

  /** Counter or gauge. */
  public Kind kind() {
    return kind;
  }

  /** What it says, with its unit. */
  public String help() {
    return help;
  }

  /** Tag keys; the same on every series. */
  public List<String> tags() {
    return tags;
  }
}
