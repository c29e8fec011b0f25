package motcua.ingest.table;

import java.util.Objects;
import java.util.Optional;

/**
 * How a file of a table is cut into rows.
 *
 * @param encoding text encoding of a CSV file; empty: told by its first bytes
 * @param delimiter what parts the cells of a CSV file; empty: told by its header line
 * @param sheet name of the sheet of an XLSX file; empty: the first
 * @param headerRow row that names the columns, from 1
 */
public record TableForm(
    Optional<Encoding> encoding,
    Optional<Character> delimiter,
    Optional<String> sheet,
    int headerRow) {
  public TableForm {
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(delimiter, "delimiter");
    Objects.requireNonNull(sheet, "sheet");
    if (headerRow < 1) {
      throw new IllegalArgumentException("rows count from 1");
    }
  }

  /** Encodings of CSV files. */
  public enum Encoding {
    UTF_8("UTF-8"),
    UTF_16("UTF-16"),
    WINDOWS_1258("windows-1258");

    private final String charset;

    Encoding(String charset) {
      this.charset = charset;
    }

    /** Name of the JDK's charset. */
    public String charset() {
      return charset;
    }
  }
}
