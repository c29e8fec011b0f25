package motcua.core.publication;

/**
 * Something in a publication's figures as handed in that cannot be read.
 *
 * @param line of the file, or of the list of typed figures; from 1
 * @param column of the file, or name of the value; empty: the line as a whole
 * @param reason what was found and what is expected; Vietnamese, without a full stop
 */
public record ReadingFault(int line, String column, String reason) {
  /** One sentence with its place. */
  public String text() {
    return "dòng " + line + (column.isEmpty() ? "" : ", cột " + column) + ": " + reason;
  }
}
