package motcua.core.dossier;

/**
 * Order of texts by Unicode code point, which is also the order of their UTF-8 bytes. {@link
 * String#compareTo} differs from it beyond the basic plane; whoever recounts the ledger in another
 * language must get the same order.
 */
public final class TextOrder {
  private TextOrder() {}

  /** Negative, zero or positive, as a comparator. */
  public static int compare(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        // a surrogate stands for a code point above every char that is none
        boolean leftBeyond = Character.isSurrogate(left);
        return leftBeyond == Character.isSurrogate(right) ? left - right : leftBeyond ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }
}
