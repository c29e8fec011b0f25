package motcua.core.snapshot;

/** Why a published report is revised. Names are stored: never renamed. */
public enum RevisionKind {
  /** Something became known after the cut. */
  LATE_DATA("số liệu về muộn"),
  /** The figures or their source were wrong. */
  ERROR("sai sót"),
  /** Policy, unit tree or calendar are others. */
  METHOD("thay đổi cách tính");

  private final String meaning;

  RevisionKind(String meaning) {
    this.meaning = meaning;
  }

  /** What it says, in Vietnamese, for screens and documents. */
  public String meaning() {
    return meaning;
  }
}
