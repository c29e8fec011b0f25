package motcua.ingest.table;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which texts of cells are kept, and the one in which they are compared. */
public final class CellText {
  private CellText() {}

  /**
   * A cell's text as it is kept: Unicode NFC, every kind of space a plain one, none at the ends;
   * null for a blank one.
   */
  public static String of(String raw) {
    if (raw == null) {
      return null;
    }
    String text = plainSpaces(raw).strip();
    return text.isEmpty() ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * The form in which column names and codes are compared: as {@link #of}, without letter case,
   * inner runs of space as one.
   */
  public static String key(String text) {
    String plain = of(text);
    if (plain == null) {
      return "";
    }
    return runsOfSpace(plain).toLowerCase(Locale.ROOT);
  }

  private static String plainSpaces(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (isOddSpace(raw.charAt(i))) {
        return replaced(raw);
      }
    }
    return raw;
  }

  private static String replaced(String raw) {
    StringBuilder plain = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\ufeff') {
        plain.append(isOddSpace(c) ? ' ' : c);
      }
    }
    return plain.toString();
  }

  private static boolean isOddSpace(char c) {
    return c != ' ' && (Character.isWhitespace(c) || Character.isSpaceChar(c)) || c == '\ufeff';
  }

  private static String runsOfSpace(String text) {
    return text.contains("  ") ? text.replaceAll(" {2,}", " ") : text;
  }
}
