package motcua.export;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import motcua.core.document.Cell;
import motcua.core.document.Letterhead;
import motcua.core.ledger.VietnameseNumbers;

/** Values as they are printed in Vietnamese, the same in each kind of file. */
final class Texts {
  static final String COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
  static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
  static final String RECIPIENTS = "Nơi nhận:";
  static final String SIGN_HERE = "(Ký, ghi rõ họ tên)";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final String ROOM_FOR_NUMBER = "........../..........";

  private Texts() {}

  /** What the cell says on paper. */
  static String of(Cell cell) {
    return switch (cell) {
      case Cell.Text text -> text.text();
      case Cell.Count count -> VietnameseNumbers.whole(count.value());
      case Cell.Sum sum -> VietnameseNumbers.whole(sum.value());
      case Cell.ColumnSum sum -> VietnameseNumbers.whole(sum.value());
      case Cell.Share share -> VietnameseNumbers.percent(share.ratio());
      case Cell.Day day -> day(day.day());
    };
  }

  /** For example {@code 05/02/2026}. */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Whether it stands at the right of its column, digits below digits. */
  static boolean isFigure(Cell cell) {
    return switch (cell) {
      case Cell.Text text -> false;
      case Cell.Day day -> false;
      case Cell.Share share -> share.ratio().hasData();
      case Cell.Count count -> true;
      case Cell.Sum sum -> true;
      case Cell.ColumnSum sum -> true;
    };
  }

  /** Number and symbol of the document, with room to write them where they are not known yet. */
  static String number(Letterhead letterhead) {
    return "Số: " + (letterhead.number().isEmpty() ? ROOM_FOR_NUMBER : letterhead.number());
  }

  /**
   * Place and date of issue. Days below 10 and the first two months have a zero before them (Decree
   * 30/2020), so that no figure can be written in.
   */
  static String placeAndDate(Letterhead letterhead) {
    LocalDate date = letterhead.date();
    int month = date.getMonthValue();
    return String.format(
        Locale.ROOT,
        "%s, ngày %02d tháng %s năm %d",
        letterhead.place(),
        date.getDayOfMonth(),
        month < 3 ? "0" + month : Integer.toString(month),
        date.getYear());
  }
}
