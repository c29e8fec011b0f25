package motcua.ingest.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks bytes: cuts, doubles, overwrites and puts in what formats are sensitive to. */
final class Bytes {
  private static final byte[][] TOKENS = {
    bytes("null"),
    bytes("\""),
    bytes("{"),
    bytes("}"),
    bytes("["),
    bytes("]"),
    bytes(","),
    bytes(":"),
    bytes(";"),
    bytes("\t"),
    bytes("\\"),
    bytes("\\ud800"),
    bytes("\\u0000"),
    bytes("1e999999999"),
    bytes("99999999999"),
    bytes("-"),
    bytes("\n"),
    bytes("\r"),
    bytes("\r\n"),
    bytes("true"),
    {(byte) 0xFF},
    {(byte) 0xC0, (byte) 0x80},
    {0},
    bytes("00010101000000"),
    bytes("9999"),
    bytes("ệ"),
    bytes("\ufeff"),
    bytes("<"),
    bytes(">"),
    bytes("</row>"),
    bytes("<c>"),
    bytes("&amp;"),
    bytes("&x;"),
    bytes("\"data\":["),
    bytes("\"MaHoSo\":\"A\"")
  };
  private static final List<Integer> REACH = List.of(1, 12, 12, 12, 12, 12, 12, 500);

  private Bytes() {}

  /** One to four changes. */
  static byte[] mutate(byte[] sample, Random random) {
    byte[] bytes = sample;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int reach = REACH.get(random.nextInt(REACH.size()));
      int end = Math.min(bytes.length, at + random.nextInt(reach));
      boolean cut = random.nextInt(30) == 0;
      bytes = cut ? Arrays.copyOf(bytes, at) : splice(bytes, at, middle(sample, at, random), end);
    }
    return bytes;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] middle(byte[] sample, int at, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new byte[0];
      case 1 -> new byte[] {(byte) random.nextInt(256)};
      case 2 -> {
        int from = Math.min(at, sample.length);
        yield Arrays.copyOfRange(sample, from, Math.min(sample.length, from + random.nextInt(300)));
      }
      default -> TOKENS[random.nextInt(TOKENS.length)];
    };
  }

  private static byte[] splice(byte[] bytes, int at, byte[] middle, int end) {
    byte[] spliced = Arrays.copyOf(bytes, at + middle.length + bytes.length - end);
    System.arraycopy(middle, 0, spliced, at, middle.length);
    System.arraycopy(bytes, end, spliced, at + middle.length, bytes.length - end);
    return spliced;
  }
}
