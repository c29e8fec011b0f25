package motcua.ingest.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import motcua.ingest.source.BrokenInputException;
import motcua.ingest.source.Content;
import motcua.ingest.source.InputFault;
import motcua.ingest.table.MappingSpec;
import motcua.ingest.table.TableRow;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of a CSV file; goes on after a crash by reading past those that are in the log already. */
final class CsvRows implements RowReader {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  private final BoundedReader text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private Header header;
  private long number;

  private CsvRows(Content content, Charset charset, char delimiter, int maxBytes)
      throws IOException {
    text = new BoundedReader(new InputStreamReader(content.open(), charset), maxBytes);
    parser = CSVParser.builder().setReader(text).setFormat(format(delimiter)).get();
    records = parser.iterator();
  }

  static CsvRows open(Content content, MappingSpec spec, long done, int maxBytes)
      throws IOException {
    Charset charset = Encodings.of(content, spec.form().encoding());
    char delimiter =
        spec.form().delimiter().isPresent()
            ? spec.form().delimiter().get()
            : delimiter(content, charset, spec, maxBytes);
    CsvRows rows = new CsvRows(content, charset, delimiter, maxBytes);
    try {
      rows.header = Header.of(rows.names(spec), spec);
      while (rows.number < done && rows.read() != null) {
        // Read past.
      }
      return rows;
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  @Override
  public TableRow next() throws IOException {
    CSVRecord record = read();
    return record == null ? null : header.row(number, record.toList());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** The one by which most columns of the mapping are found in the header. */
  private static char delimiter(Content content, Charset charset, MappingSpec spec, int maxBytes)
      throws IOException {
    char best = DELIMITERS.get(0);
    int most = 0;
    for (char delimiter : DELIMITERS) {
      try (CsvRows rows = new CsvRows(content, charset, delimiter, maxBytes)) {
        int found = Header.matches(rows.names(spec), spec);
        if (found > most) {
          most = found;
          best = delimiter;
        }
      } catch (BrokenInputException e) {
        // Not this one; when none fits, the first says why.
        continue;
      }
    }
    return best;
  }

  private List<String> names(MappingSpec spec) throws IOException {
    CSVRecord record = null;
    while (number < spec.form().headerRow()) {
      record = read();
      if (record == null) {
        return List.of();
      }
    }
    return record == null ? List.of() : record.toList();
  }

  private CSVRecord read() throws IOException {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CSVRecord record = records.next();
      text.rowEnded();
      number++;
      return record;
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CSVException
          ? new BrokenInputException(InputFault.TABLE_BROKEN)
          : e.getCause();
    } catch (IllegalStateException e) {
      throw new BrokenInputException(InputFault.TABLE_BROKEN);
    }
  }

  private static CSVFormat format(char delimiter) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(false)
        .setIgnoreSurroundingSpaces(true)
        .setTrailingData(true)
        .setLenientEof(true)
        .get();
  }
}
