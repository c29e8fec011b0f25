package motcua.ingest.table;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * unit-aliases.csv (contract.md) as the edge reads it: source,name,code,validFrom,validTo. Names
 * are compared as {@link CellText#key}.
 */
public final class AliasTable implements UnitNames {
  private final Map<String, CodeTable> bySource = new HashMap<>();

  private AliasTable() {}

  /** What reading the file gives. */
  public sealed interface Result {
    /** The file is sound. */
    record Read(AliasTable table) implements Result {}

    /** Everything that is wrong with it, with lines. */
    record Failed(List<String> faults) implements Result {
      public Failed {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reads the text of the file. */
  public static Result parse(String csv) {
    AliasTable table = new AliasTable();
    List<String> faults = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.builder()
            .setReader(new StringReader(csv.replace("\ufeff", "")))
            .setFormat(form())
            .get()) {
      for (String needed : List.of("source", "name", "code")) {
        if (!parser.getHeaderMap().containsKey(needed)) {
          faults.add("line 1: no column " + needed);
        }
      }
      for (CSVRecord record : faults.isEmpty() ? parser.getRecords() : List.<CSVRecord>of()) {
        table.add(record, faults);
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      faults.add("no CSV: " + e.getMessage());
    }
    return faults.isEmpty() ? new Result.Read(table) : new Result.Failed(faults);
  }

  @Override
  public Optional<String> code(String source, String name, LocalDate day) {
    CodeTable names = bySource.get(source);
    return names == null ? Optional.empty() : names.of(name, day).flatMap(CodeTable.Entry::code);
  }

  private void add(CSVRecord record, List<String> faults) {
    String line = "line " + (record.getRecordNumber() + 1);
    String source = text(record, "source");
    String name = text(record, "name");
    String code = text(record, "code");
    if (source == null || name == null || code == null) {
      faults.add(line + ": source, name or code is blank");
      return;
    }
    try {
      CodeTable.Entry entry =
          new CodeTable.Entry(Optional.of(code), day(record, "validFrom"), day(record, "validTo"));
      if (!bySource.computeIfAbsent(source, none -> new CodeTable()).add(name, entry)) {
        faults.add(line + ": validity overlaps that of another line with this source and name");
      }
    } catch (DateTimeParseException e) {
      faults.add(line + ": expected days as yyyy-mm-dd");
    }
  }

  private static LocalDate day(CSVRecord record, String column) {
    String text = text(record, column);
    return text == null ? null : LocalDate.parse(text);
  }

  private static String text(CSVRecord record, String column) {
    return record.isSet(column) ? CellText.of(record.get(column)) : null;
  }

  private static CSVFormat form() {
    return CSVFormat.DEFAULT
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .setIgnoreSurroundingSpaces(true)
        .get();
  }
}
