package motcua.ingest.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import motcua.ingest.testing.Packed;
import motcua.ingest.testing.Windows1258;

/** Tables as text and as workbooks: sound ones, and the same with hostile cells. */
final class Tables {
  /** How {@link #MAPPED} columns become events; a row is one or two, and never none. */
  static final String MAPPING =
      """
      version: 1
      rows: event
      dates: [dd/MM/yyyy HH:mm, dd/MM/yyyy]
      fields:
        dossierId: Mã hồ sơ
        unit: {column: Đơn vị, codes: {Sở Tư pháp: STP, Sở Y tế: SYT}}
        channel: {constant: DIRECT}
      events:
        - fields: {type: {constant: RECEIVED}, occurredAt: Tiếp nhận, recordedAt: Tiếp nhận}
        - when: {present: Hoàn thành}
          fields: {type: {constant: COMPLETED}, occurredAt: Hoàn thành, recordedAt: Hoàn thành}
      """;

  private static final List<String> MAPPED =
      List.of("Mã hồ sơ", "Đơn vị", "Tiếp nhận", "Hoàn thành");
  private static final List<String> COLUMNS =
      List.of("Mã hồ sơ", "Người nộp", "Đơn vị", "Tiếp nhận", "Hoàn thành", "Ghi chú");
  private static final List<String> SERIALS =
      List.of(
          "#46266.5",
          "#-5",
          "#1e300",
          "#2958466",
          "#0",
          "=12",
          "=1e999",
          "=1E-500",
          "#NaN",
          "=",
          "#");
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

  /** A table before it is written. */
  private record Grid(List<List<String>> rows, long blank, Set<String> sound) {
    long full() {
      return rows.size() - 1 - blank;
    }
  }

  private Tables() {}

  /** A text table in any encoding, every row known. */
  static Input hostileCsv(long run, Random random) {
    Grid grid = grid(true, false, random);
    String text = text(grid, DELIMITERS.get(random.nextInt(4)), true, random);
    byte[] bytes =
        switch (random.nextInt(8)) {
          case 0 -> Bytes.bytes("\ufeff" + text);
          case 1 -> Bytes.bytes(Normalizer.normalize(text, Normalizer.Form.NFD));
          case 2 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
          case 3 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE);
          case 4 -> text.getBytes(StandardCharsets.UTF_16LE);
          case 5 -> text.getBytes(StandardCharsets.UTF_16BE);
          case 6 -> Windows1258.bytes(text);
          default -> Bytes.bytes(text);
        };
    return new Input(
        run, Input.Kind.CSV, true, ".csv", bytes, grid.full(), grid.blank(), grid.sound());
  }

  /** A text table with broken bytes; its rows are counted again where it has no quotes. */
  static Input brokenCsv(long run, Random random) {
    Grid grid = grid(random.nextBoolean(), false, random);
    String text = text(grid, ";", random.nextInt(3) == 0, random);
    int encoding = random.nextInt(6);
    byte[] whole =
        switch (encoding) {
          case 0 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
          case 1 -> text.getBytes(StandardCharsets.UTF_16BE);
          case 2 -> Windows1258.bytes(text);
          case 3 -> Bytes.bytes("\ufeff" + text);
          default -> Bytes.bytes(text);
        };
    byte[] bytes = Bytes.mutate(whole, random);
    long[] rows =
        encoding < 2 ? new long[] {Input.ANY, 0} : CsvRecount.rows(bytes, encoding == 2, MAPPED);
    return new Input(run, Input.Kind.CSV, false, ".csv", bytes, rows[0], rows[1], Set.of());
  }

  /** A workbook, every row known. */
  static Input hostileXlsx(long run, Random random) {
    Grid grid = grid(true, true, random);
    return new Input(
        run, Input.Kind.XLSX, true, ".xlsx", book(grid), grid.full(), grid.blank(), grid.sound());
  }

  /** A workbook with broken bytes: packed ones, or those of its parts. */
  static Input brokenXlsx(long run, Random random) {
    byte[] bytes =
        random.nextBoolean()
            ? Bytes.mutate(book(grid(false, true, random)), random)
            : Repacked.mutate(book(grid(random.nextBoolean(), true, random)), random);
    return new Input(run, Input.Kind.XLSX, false, ".xlsx", bytes, Input.ANY, 0, Set.of());
  }

  private static Grid grid(boolean hostile, boolean book, Random random) {
    List<String> columns = new ArrayList<>(COLUMNS);
    Collections.shuffle(columns, random);
    List<List<String>> rows = new ArrayList<>(List.of(columns));
    Set<String> sound = new HashSet<>();
    long blank = 0;
    for (int count = 1 + random.nextInt(8); count > 0; count--) {
      List<String> row = row(columns, rows.size(), hostile, book, sound, random);
      blank += isBlank(columns, MAPPED, row) ? 1 : 0;
      rows.add(row);
    }
    return new Grid(rows, blank, sound);
  }

  /** A blank row, one that is sound, whose ids go to {@code sound}, or a hostile one. */
  private static List<String> row(
      List<String> columns,
      int number,
      boolean hostile,
      boolean book,
      Set<String> sound,
      Random random) {
    if (random.nextInt(8) == 0) {
      return columns.stream().map(column -> spaces(book, random)).toList();
    }
    boolean kept = !hostile || random.nextInt(3) == 0;
    List<String> row =
        columns.stream().map(column -> cell(column, number, !kept, book, random)).toList();
    if (kept) {
      sound.add("A" + number + ":RECEIVED");
      if (!row.get(columns.indexOf("Hoàn thành")).isEmpty()) {
        sound.add("A" + number + ":COMPLETED");
      }
    }
    return row;
  }

  private static String cell(String column, int row, boolean hostile, boolean book, Random random) {
    if (hostile && random.nextInt(4) == 0) {
      if (book && random.nextInt(3) == 0) {
        return SERIALS.get(random.nextInt(SERIALS.size()));
      }
      String text =
          switch (column) {
            case "Mã hồ sơ" -> Hostile.text(random);
            case "Đơn vị", "Tiếp nhận", "Hoàn thành" -> Hostile.typed(random);
            default -> Hostile.dropped(random);
          };
      return book ? xml(text) : text;
    }
    return switch (column) {
      case "Mã hồ sơ" -> "A" + row;
      case "Đơn vị" -> random.nextBoolean() ? "Sở Y tế" : "Sở Tư pháp";
      case "Tiếp nhận" -> random.nextBoolean() ? "01/09/2026 08:00" : "01/09/2026";
      case "Hoàn thành" -> random.nextBoolean() ? "02/09/2026" : "";
      default -> random.nextBoolean() ? Hostile.CANARY : "";
    };
  }

  private static String spaces(boolean book, Random random) {
    return List.of("", "", " ", "\u00a0", "\t").get(random.nextInt(book ? 4 : 5));
  }

  /** True where no mapped cell says anything. */
  static boolean isBlank(List<String> columns, List<String> mapped, List<String> row) {
    for (String column : mapped) {
      int at = columns.indexOf(column);
      String text = at < row.size() ? row.get(at) : "";
      String bare = text.equals("=") || text.equals("#") ? "" : text;
      if (!bare.chars().allMatch(Tables::isSpace)) {
        return false;
      }
    }
    return true;
  }

  /** Every kind of space, and the byte order mark. */
  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
  }

  private static String text(Grid grid, String delimiter, boolean quotes, Random random) {
    StringBuilder text = new StringBuilder();
    String end = random.nextBoolean() ? "\n" : "\r\n";
    for (List<String> row : grid.rows()) {
      List<String> cells =
          row.stream().map(cell -> quoted(cell, delimiter, quotes, random)).toList();
      text.append(String.join(delimiter, cells)).append(end);
    }
    return text.toString();
  }

  private static String quoted(String cell, String delimiter, boolean quotes, Random random) {
    if (!quotes) {
      return cell.replaceAll("[\"\r\n" + delimiter + "]", "");
    }
    boolean needed =
        cell.contains(delimiter) || cell.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r');
    return needed || random.nextInt(6) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static byte[] book(Grid grid) {
    try {
      return Packed.xlsx(
          grid.rows().stream()
              .map(row -> row.stream().map(Tables::absent).toArray(String[]::new))
              .toArray(String[][]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String absent(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  /** What XML cannot hold is left out. */
  private static String xml(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(
            c -> c == '\n' || c > 0xFFFF || (c >= ' ' && c < 0xFFFE && (c < 0xD800 || c > 0xDFFF)))
        .forEach(kept::appendCodePoint);
    String plain = kept.toString();
    return (plain.startsWith("=") || plain.startsWith("#") ? "'" + plain : plain)
        .replace("&", "&amp;")
        .replace("<", "&lt;");
  }

  /** Columns that the mapping names. */
  static List<String> mapped() {
    return MAPPED;
  }
}
