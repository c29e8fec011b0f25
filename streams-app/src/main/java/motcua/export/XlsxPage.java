package motcua.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** How a sheet is printed: paper, margins, what stands at the head and the foot of each page. */
final class XlsxPage {
  /** The most that Excel takes as head or foot of a page, with its commands. */
  static final int MAX_FOOT = 255;

  private static final String SMALL = "&\"Times New Roman,Italic\"&8 ";
  private static final String STRONG = "&\"Times New Roman,Bold\"&10 ";
  private static final String NUMBERS = "&\"Times New Roman,Regular\"&8 Trang &P/&N";
  private static final int UPRIGHT_LINE = 105;
  private static final int LYING_LINE = 165;
  private static final String CUT = "…";

  private XlsxPage() {}

  static void set(SXSSFSheet sheet, boolean landscape, Optional<String> mark, List<String> foot) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(landscape);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    sheet.setDisplayGridlines(false);
    sheet.setMargin(PageMargin.LEFT, inches(landscape ? 20 : 30));
    sheet.setMargin(PageMargin.RIGHT, inches(15));
    sheet.setMargin(PageMargin.TOP, inches(20));
    sheet.setMargin(PageMargin.BOTTOM, inches(25));
    sheet.setMargin(PageMargin.HEADER, inches(9));
    sheet.setMargin(PageMargin.FOOTER, inches(8));
    mark.ifPresent(text -> sheet.getHeader().setCenter(STRONG + fit(text, STRONG, 0)));
    int numbers = "&R".length() + NUMBERS.length();
    int width = landscape ? LYING_LINE : UPRIGHT_LINE;
    sheet.getFooter().setLeft(SMALL + sentences(foot, width, numbers));
    sheet.getFooter().setRight(NUMBERS);
  }

  /** As many sentences as fit whole; the beginning of the first one where it does not. */
  private static String sentences(List<String> foot, int width, int others) {
    for (int count = foot.size(); count > 0; count--) {
      String text = String.join("\n", wrapped(foot.subList(0, count), width));
      if (count == 1 || escape(text).length() <= room(SMALL, others)) {
        return fit(text, SMALL, others);
      }
    }
    return "";
  }

  private static double inches(int millimetres) {
    return millimetres / 25.4;
  }

  /** Sections do not break lines by themselves. */
  private static List<String> wrapped(List<String> sentences, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : String.join(" ", sentences).split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** As much of the text as the limit leaves room for; the whole of it stands on the sheet. */
  private static String fit(String text, String command, int others) {
    int room = room(command, others);
    String escaped = escape(text);
    if (escaped.length() <= room) {
      return escaped;
    }
    String cut = text;
    while (escape(cut).length() + CUT.length() > room) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return escape(cut) + CUT;
  }

  private static int room(String command, int others) {
    return MAX_FOOT - "&L".length() - command.length() - others;
  }

  private static String escape(String text) {
    return text.replace("&", "&&");
  }
}
