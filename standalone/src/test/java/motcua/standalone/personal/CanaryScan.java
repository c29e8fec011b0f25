package motcua.standalone.personal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for canaries in bytes, in every form in which a text can lie there: UTF-8 and UTF-16,
 * escaped, hex, Base64, in any letter case; and for plain hashes of what could be tried out.
 */
final class CanaryScan {
  private static final int SHOWN = 60;
  private static final int HASH_BYTES = 16;
  private static final int MOST_HASHED = 60;
  private static final String TEXT = "text";
  private static final String HASH = "SHA-256";

  /** A form of a value; {@code bytes} as Latin-1. */
  private record Needle(String value, String form, String bytes) {}

  private final List<Needle> anyCase = new ArrayList<>();
  private final List<Needle> exact = new ArrayList<>();
  private final List<Needle> hashes = new ArrayList<>();
  private final Canaries canaries;
  private final Set<String> leaks = new TreeSet<>();
  private final Set<String> planted = new TreeSet<>();
  private long scannedBytes;

  CanaryScan(Canaries canaries) {
    this.canaries = canaries;
    add(Canaries.STEM);
    add(Canaries.PLANTED);
    Canaries.NUMBER_STEMS.forEach(this::add);
    canaries.hashed().stream().limit(MOST_HASHED).forEach(this::addHash);
  }

  /** Looks through {@code content}; what is found is a leak at {@code place}. */
  void scan(String place, byte[] content) {
    if (content != null) {
      String text = scanned(place, content);
      hashes.forEach(needle -> find(needle, text, place));
    }
  }

  /** The same for a text. */
  void scan(String place, String content) {
    scan(place, content == null ? null : content.getBytes(StandardCharsets.UTF_8));
  }

  /** The same without hashes, for what is large. */
  void scanFile(String place, byte[] content) {
    scanned(place, content);
  }

  private String scanned(String place, byte[] content) {
    scannedBytes += content.length;
    String text = new String(content, StandardCharsets.ISO_8859_1);
    exact.forEach(needle -> find(needle, text, place));
    String small = text.toLowerCase(Locale.ROOT);
    anyCase.forEach(needle -> find(needle, small, place));
    return text;
  }

  /** What was found: place, form and what stood there. */
  Set<String> leaks() {
    return Set.copyOf(leaks);
  }

  /** Where something lay that was planted to be found. */
  Set<String> planted() {
    return Set.copyOf(planted);
  }

  /** How much was looked through, bytes. */
  long scannedBytes() {
    return scannedBytes;
  }

  private void find(Needle needle, String text, String place) {
    int at = text.indexOf(needle.bytes());
    while (at >= 0) {
      found(needle, text.substring(at, Math.min(text.length(), at + SHOWN)), place);
      at = text.indexOf(needle.bytes(), at + 1);
    }
  }

  private void found(Needle needle, String text, String place) {
    if (needle.value().equals(Canaries.PLANTED)) {
      planted.add(place);
      return;
    }
    boolean chance =
        needle.form().equals(TEXT)
            && !needle.value().equals(Canaries.STEM)
            && !canaries.isNumber(text);
    if (!chance) {
      boolean isHash = needle.form().startsWith(HASH);
      String what = isHash ? needle.value() : text.replaceAll("[^ -~]", "?");
      leaks.add(place + ": " + needle.form() + " " + what);
    }
  }

  private void add(String value) {
    byte[] plain = value.getBytes(StandardCharsets.UTF_8);
    insensitive(value, TEXT, value);
    // Without the last zero it fits both byte orders.
    String wide = latin(value.getBytes(StandardCharsets.UTF_16LE));
    insensitive(value, "UTF-16", wide.substring(0, wide.length() - 1));
    insensitive(value, "escaped", escaped(value));
    insensitive(value, "hex", HexFormat.of().formatHex(plain));
    for (int shift = 0; shift < 3; shift++) {
      exact.add(new Needle(value, "Base64", base64(plain, shift)));
    }
  }

  private void addHash(String value) {
    byte[] whole = sha256(value.getBytes(StandardCharsets.UTF_8));
    byte[] hash = Arrays.copyOf(whole, HASH_BYTES);
    hashes.add(new Needle(value, HASH + " in hex", HexFormat.of().formatHex(hash)));
    hashes.add(new Needle(value, HASH, latin(hash)));
    String base64 = base64(hash, 0);
    hashes.add(new Needle(value, HASH + " in Base64", base64));
    String url = base64.replace('+', '-').replace('/', '_');
    hashes.add(new Needle(value, HASH + " in Base64, URL", url));
  }

  private void insensitive(String value, String form, String bytes) {
    anyCase.add(new Needle(value, form, bytes.toLowerCase(Locale.ROOT)));
  }

  /** Characters of Base64 that depend on {@code plain} alone, behind {@code shift} other bytes. */
  private static String base64(byte[] plain, int shift) {
    byte[] shifted = new byte[plain.length + shift];
    System.arraycopy(plain, 0, shifted, shift, plain.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = (shift * 8 + 5) / 6;
    return text.substring(from, shifted.length * 8 / 6);
  }

  private static String escaped(String value) {
    StringBuilder text = new StringBuilder();
    value.chars().forEach(c -> text.append("\\u%04x".formatted(c)));
    return text.toString();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
