package motcua.ingest.simulation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Rows of a broken text table without quotes, found without a CSV library. */
final class CsvRecount {
  private CsvRecount() {}

  /**
   * Records and blank rows of a table with semicolons, or {@link Input#ANY} where only its reader
   * can tell: with quotes, or where so little is left that its encoding is a guess.
   */
  static long[] rows(byte[] bytes, boolean windows, List<String> mapped) {
    if (Recount.isBlank(bytes)) {
      return new long[] {1, 0};
    }
    String text =
        new String(bytes, windows ? Charset.forName("windows-1258") : StandardCharsets.UTF_8);
    long zeros = text.chars().filter(c -> c == 0).count();
    if (text.indexOf('"') >= 0 || Recount.isWide(bytes) || zeros * 10 > bytes.length) {
      return new long[] {Input.ANY, 0};
    }
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\r\n|\r|\n", -1)));
    List<String> columns = cells(lines.remove(0)).stream().map(CsvRecount::key).toList();
    if (mapped.stream().anyMatch(name -> Collections.frequency(columns, key(name)) != 1)) {
      return new long[] {1, 0};
    }
    if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    List<String> keys = mapped.stream().map(CsvRecount::key).toList();
    long blank = lines.stream().filter(line -> Tables.isBlank(columns, keys, cells(line))).count();
    return new long[] {lines.size() - blank, blank};
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split(";", -1));
  }

  private static String key(String name) {
    String plain =
        name.codePoints()
            .filter(c -> c != '\ufeff')
            .map(c -> Tables.isSpace(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return Normalizer.normalize(plain.strip(), Normalizer.Form.NFC)
        .replaceAll(" {2,}", " ")
        .toLowerCase(Locale.ROOT);
  }
}
