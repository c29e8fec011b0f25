package motcua.export;

/**
 * About how much room text takes in Times New Roman, in points. A sheet does not make merged cells
 * higher by itself, so the lines of a sentence are counted before.
 */
final class TextWidth {
  private static final double CAPITAL = 0.70;
  private static final double SMALL = 0.45;
  private static final double THIN = 0.29;
  private static final double BOLD = 1.06;

  /** A line too many is white; one too few is lost. */
  private static final double SAFE = 0.94;

  private TextWidth() {}

  /** Width of the text on one line. */
  static double of(String text, int points, boolean bold) {
    double width = 0;
    for (int at = 0; at < text.length(); at++) {
      width += of(text.charAt(at));
    }
    return width * points * (bold ? BOLD : 1);
  }

  /** How many lines the text takes, broken between words. */
  static int lines(String text, double room, int points, boolean bold) {
    int lines = 0;
    for (String line : text.split("\n", -1)) {
      lines += linesOf(line, Math.max(room * SAFE, points), points, bold);
    }
    return lines;
  }

  private static int linesOf(String line, double room, int points, boolean bold) {
    int lines = 1;
    double used = 0;
    double space = of(" ", points, bold);
    for (String word : line.split(" ")) {
      double width = of(word, points, bold);
      if (used > 0 && used + space + width > room) {
        lines++;
        used = 0;
      }
      used += (used > 0 ? space : 0) + width;
      if (used > room) {
        int more = (int) (used / room);
        lines += more;
        used -= more * room;
      }
    }
    return lines;
  }

  private static double of(char letter) {
    if (Character.isUpperCase(letter)) {
      return CAPITAL;
    }
    return "iljtfI \u00a0.,:;()-'|!".indexOf(letter) >= 0 ? THIN : SMALL;
  }
}
