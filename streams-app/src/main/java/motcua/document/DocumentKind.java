package motcua.document;

/** What can be printed of a snapshot. */
public enum DocumentKind {
  /** The form: a line a unit or field. */
  REPORT("report", "bao-cao"),
  /** Dossiers finished late or open beyond their due. */
  LATE("late", "ho-so-qua-han"),
  /** Units whose late rate is above the limit, to go with an urging letter. */
  SHORTFALL("shortfall", "don-vi-vuot-muc"),
  /** Paragraphs for the quarterly report. */
  SUMMARY("summary", "doan-van");

  private final String code;
  private final String fileName;

  DocumentKind(String code, String fileName) {
    this.code = code;
    this.fileName = fileName;
  }

  /** Its name in requests. */
  public String code() {
    return code;
  }

  /** What files of it are called, before scope and period. */
  public String fileName() {
    return fileName;
  }
}
