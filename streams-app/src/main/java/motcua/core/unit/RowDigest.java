package motcua.core.unit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * The version of a table: a short SHA-256 over its rows in a canonical order, so that the order of
 * lines is no matter.
 */
final class RowDigest {
  private static final int BYTES_SHOWN = 6;

  private RowDigest() {}

  /** Twelve hexadecimal digits. */
  static String of(Collection<String> canonicalRows) {
    List<String> sorted = new ArrayList<>(canonicalRows);
    Collections.sort(sorted);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String row : sorted) {
        digest.update(row.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES_SHOWN);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * One row: its parts with a separator that no cell holds; an absent part and an empty one are the
   * same.
   */
  static String row(Object... parts) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      text.append(part == null ? "" : part).append('\u001f');
    }
    return text.toString();
  }
}
