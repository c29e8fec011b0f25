package motcua.ingest.source;

/** Why a whole file cannot be read. */
public enum InputFault {
  EMPTY("the file holds nothing but white space"),
  UNKNOWN_FORMAT("expected a file name that ends in .ndjson or .json"),
  WRONG_ENCODING("expected UTF-8, found UTF-16 or UTF-32"),
  NOT_A_BATCH("expected an array of records, or an envelope that holds one"),
  UNREADABLE("the file could not be opened"),
  CHANGED("the file changed while it was read");

  private final String explanation;

  InputFault(String explanation) {
    this.explanation = explanation;
  }

  /** Code and explanation as a dead letter prints them. */
  public String reason() {
    return "INPUT_" + name() + ": " + explanation;
  }
}
