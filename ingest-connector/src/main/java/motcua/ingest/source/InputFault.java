package motcua.ingest.source;

/** Why a whole file cannot be read. */
public enum InputFault {
  EMPTY("the file holds nothing but white space"),
  UNKNOWN_FORMAT("expected a file name that ends in .ndjson or .json"),
  WRONG_ENCODING("expected UTF-8, found UTF-16 or UTF-32"),
  NOT_A_BATCH("expected an array of records, or an envelope that holds one"),
  UNREADABLE("the file could not be opened"),
  CHANGED("the file changed while it was read"),
  ARCHIVE_BROKEN("the archive cannot be unpacked from here to its end"),
  ARCHIVE_TOO_LARGE("the archive holds far more than its size lets expect"),
  ARCHIVE_NESTED("an archive inside an archive is not opened"),
  ENTRY_UNKNOWN_FORMAT("expected an entry that ends in .ndjson, .json, .csv or .xlsx"),
  MAPPING_MISSING("a table is read by a mapping: set the key mapping.file, or --mapping FILE"),
  COLUMN_MISSING("the table lacks columns that the mapping names"),
  COLUMN_TWICE("the table has columns twice that the mapping names"),
  SHEET_MISSING("the workbook has no such sheet"),
  TABLE_BROKEN("the table cannot be read from here to its end");

  private final String explanation;

  InputFault(String explanation) {
    this.explanation = explanation;
  }

  /** Code and explanation as a dead letter prints them. */
  public String reason() {
    return "INPUT_" + name() + ": " + explanation;
  }
}
