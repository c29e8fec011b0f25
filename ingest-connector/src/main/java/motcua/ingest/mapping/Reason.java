package motcua.ingest.mapping;

/**
 * Why a record is refused. Code and explanation identify a dead letter together with its
 * fingerprint, so neither is ever reworded and none ever holds a value of the record.
 */
public enum Reason {
  JSON_BROKEN("not valid JSON"),
  ENCODING("not valid UTF-8"),
  NOT_AN_OBJECT("expected a JSON object"),
  RECORD_TOO_LONG("longer than record.max.bytes"),
  BATCH_BROKEN("the batch cannot be read from here to its end"),
  MISSING("no value"),
  WRONG_TYPE("expected another kind of value"),
  TIME_WITHOUT_OFFSET("expected an ISO 8601 time with offset"),
  TIME_UNREADABLE("expected an ISO 8601 time with offset"),
  TYPE_UNKNOWN("no event type of this name"),
  CHANNEL_UNKNOWN("expected ONLINE, DIRECT or POSTAL"),
  TEXT_TOO_LONG("longer than 500 characters"),
  TEXT_INVALID("control character or broken Unicode"),
  LIST_TOO_LONG("more than 2000 entries"),
  STATUS_UNKNOWN("expected a status from 1 to 10"),
  DATE_UNREADABLE("no known form of a date"),
  DATE_IN_FUTURE("more than 10 minutes after the clock"),
  PERSONAL_DATA("looks like an identity number, a phone number or an e-mail address"),
  CODE_UNKNOWN("not in the code table of the mapping"),
  TABLE_DATE_UNREADABLE("none of the date forms of the mapping"),
  TRUTH_UNREADABLE("expected yes or no");

  private final String explanation;

  Reason(String explanation) {
    this.explanation = explanation;
  }

  /** The text of a dead letter about the whole record. */
  public String text() {
    return name() + ": " + explanation;
  }

  /**
   * The text of a dead letter about one field; {@code field} is a name of ours, never the sender's.
   */
  public String text(String field) {
    return name() + ": " + field + ", " + explanation;
  }
}
