package motcua.ingest.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** The text of a cell: dates in ISO 8601, numbers without dress. */
final class XlsxCell {
  private static final int SECONDS_PER_DAY = 86_400;
  private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  private XlsxCell() {}

  /** The text, null for an empty cell. */
  static String text(Cell cell, boolean since1904) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return null;
    }
    String raw = cell.getRawValue();
    boolean numeric = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
    BigDecimal number = numeric ? number(raw) : null;
    if (number != null) {
      boolean day =
          isDate(cell.getDataFormatId(), cell.getDataFormatString())
              && number.signum() >= 0
              && number.compareTo(LAST_DAY) < 0;
      return day ? date(number, since1904) : plain(number);
    }
    return switch (cell.getType()) {
      case STRING -> cell.asString();
      case BOOLEAN -> cell.asBoolean() ? "true" : "false";
      default -> raw;
    };
  }

  /** A serial of days; the fraction is the time of day, to the second. */
  private static String date(BigDecimal serial, boolean since1904) {
    long seconds =
        serial
            .multiply(BigDecimal.valueOf(SECONDS_PER_DAY))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    // Serials before March 1900 count a day that never was.
    boolean early = !since1904 && seconds < 60L * SECONDS_PER_DAY;
    LocalDate first = since1904 ? SINCE_1904 : SINCE_1900;
    LocalDateTime moment = first.atStartOfDay().plusSeconds(seconds).plusDays(early ? 1 : 0);
    return seconds % SECONDS_PER_DAY == 0 ? moment.toLocalDate().toString() : moment.toString();
  }

  private static String plain(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal bare = number.stripTrailingZeros();
    return Math.abs((long) bare.scale()) > 400 ? bare.toString() : bare.toPlainString();
  }

  private static BigDecimal number(String raw) {
    if (raw == null || raw.length() > 400) {
      return null;
    }
    try {
      return new BigDecimal(raw.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** True for a format that prints a day (ECMA-376 18.8.30, or letters of a day in its text). */
  private static boolean isDate(Integer id, String format) {
    if (id != null && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36)) {
      return true;
    }
    if (format == null || format.length() > 200) {
      return false;
    }
    String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 || bare.indexOf('Y') >= 0;
  }
}
