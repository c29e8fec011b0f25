package motcua.ingest.sheet;

import java.io.IOException;
import motcua.ingest.source.BrokenInputException;
import motcua.ingest.source.Content;
import motcua.ingest.source.SpoolFormat;
import motcua.ingest.table.MappingSpec;
import motcua.ingest.table.TableRow;

/** Cuts one open table into rows. Not thread-safe. */
public interface RowReader extends AutoCloseable {
  /**
   * The next row with the columns of the mapping, or null at the end.
   *
   * @throws BrokenInputException when the table cannot be read from here to its end
   * @throws IOException when the bytes cannot be read; ask again after opening it anew
   */
  TableRow next() throws IOException;

  @Override
  void close() throws IOException;

  /**
   * Opens a table.
   *
   * @param done number of the last row that is not wanted any more, 0 for none
   * @param maxBytes longest row that is read, about
   * @throws BrokenInputException when it is no table, or lacks columns of the mapping
   */
  static RowReader open(
      Content content, SpoolFormat.Table.Kind kind, MappingSpec spec, long done, int maxBytes)
      throws IOException {
    return switch (kind) {
      case CSV -> CsvRows.open(content, spec, done, maxBytes);
      case XLSX -> XlsxRows.open(content, spec, done);
    };
  }
}
