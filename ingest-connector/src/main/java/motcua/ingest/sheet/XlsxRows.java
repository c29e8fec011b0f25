package motcua.ingest.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import motcua.ingest.source.BrokenInputException;
import motcua.ingest.source.Content;
import motcua.ingest.source.InputFault;
import motcua.ingest.table.MappingSpec;
import motcua.ingest.table.TableRow;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Rows of one sheet of a workbook, read as a stream. One that lies inside an archive is unpacked
 * into memory first, within a limit.
 */
final class XlsxRows implements RowReader {
  private static final int MAX_PACKED_BYTES = 64 << 20;
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  private final ReadableWorkbook book;
  private Stream<Row> stream;
  private Iterator<Row> rows;
  private Header header;
  private long done;

  private XlsxRows(ReadableWorkbook book) {
    this.book = book;
  }

  static XlsxRows open(Content content, MappingSpec spec, long done) throws IOException {
    try {
      XlsxRows rows = new XlsxRows(book(content));
      try {
        rows.start(spec);
        rows.done = Math.max(done, spec.form().headerRow());
        return rows;
      } catch (IOException | RuntimeException e) {
        rows.close();
        throw e;
      }
    } catch (IOException e) {
      throw brokenOr(e);
    } catch (RuntimeException e) {
      throw new BrokenInputException(InputFault.TABLE_BROKEN);
    }
  }

  @Override
  public TableRow next() throws IOException {
    Row row = read();
    while (row != null && row.getRowNum() <= done) {
      row = read();
    }
    return row == null ? null : header.row(row.getRowNum(), texts(row));
  }

  @Override
  public void close() throws IOException {
    try (book) {
      if (stream != null) {
        stream.close();
      }
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Closing reads on in XML that is broken, which was said before.
      stream = null;
    }
  }

  private static ReadableWorkbook book(Content content) throws IOException {
    Optional<Path> file = content.file();
    if (file.isPresent()) {
      try (ZipFile zip = ZipFile.builder().setPath(file.get()).get()) {
        XlsxLimits.check(zip, Files.size(file.get()));
      }
      return opened(() -> new ReadableWorkbook(file.get().toFile(), WITH_FORMATS));
    }
    byte[] bytes;
    try (InputStream in = content.open()) {
      bytes = in.readNBytes(MAX_PACKED_BYTES + 1);
    }
    if (bytes.length > MAX_PACKED_BYTES) {
      throw new BrokenInputException(InputFault.ARCHIVE_TOO_LARGE);
    }
    try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
      XlsxLimits.check(zip, bytes.length);
    } catch (BrokenInputException e) {
      throw e;
    } catch (IOException e) {
      throw new BrokenInputException(InputFault.TABLE_BROKEN);
    }
    return opened(() -> new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS));
  }

  private interface Opening {
    ReadableWorkbook open() throws IOException;
  }

  private static ReadableWorkbook opened(Opening opening) throws IOException {
    try {
      return opening.open();
    } catch (IOException e) {
      throw brokenOr(e);
    }
  }

  /** A file system's fault says so by its class; everything else is about the bytes. */
  private static IOException brokenOr(IOException e) {
    return e instanceof FileSystemException || e instanceof BrokenInputException
        ? e
        : new BrokenInputException(InputFault.TABLE_BROKEN);
  }

  private void start(MappingSpec spec) throws IOException {
    Optional<Sheet> sheet =
        spec.form().sheet().isPresent()
            ? book.findSheet(spec.form().sheet().get())
            : book.getSheet(0);
    if (sheet.isEmpty()) {
      throw new BrokenInputException(
          InputFault.SHEET_MISSING, spec.form().sheet().orElse("the first"));
    }
    stream = sheet.get().openStream();
    rows = stream.iterator();
    Row row = read();
    while (row != null && row.getRowNum() < spec.form().headerRow()) {
      row = read();
    }
    boolean found = row != null && row.getRowNum() == spec.form().headerRow();
    header = Header.of(found ? texts(row) : List.of(), spec);
  }

  private Row read() throws IOException {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (UncheckedIOException e) {
      throw brokenOr(e.getCause());
    } catch (RuntimeException e) {
      // The library wraps whatever is wrong with the XML.
      throw new BrokenInputException(InputFault.TABLE_BROKEN);
    }
  }

  private List<String> texts(Row row) throws BrokenInputException {
    List<String> texts = new ArrayList<>();
    try {
      for (Cell cell : row) {
        int place = cell == null ? texts.size() : cell.getColumnIndex();
        while (texts.size() < place) {
          texts.add(null);
        }
        texts.add(XlsxCell.text(cell, book.isDate1904()));
      }
    } catch (RuntimeException e) {
      throw new BrokenInputException(InputFault.TABLE_BROKEN);
    }
    return texts;
  }
}
