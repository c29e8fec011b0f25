package motcua.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Zigzag varints, and texts behind their length; null is a length of -1. */
final class Varint {
  private Varint() {}

  static void put(long value, ByteArrayOutputStream out) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  static long number(ByteBuffer in) {
    long rest = 0;
    int shift = 0;
    byte next = in.get();
    while (next < 0) {
      rest |= (long) (next & 0x7F) << shift;
      shift += 7;
      next = in.get();
    }
    rest |= (long) next << shift;
    return (rest >>> 1) ^ -(rest & 1);
  }

  static void put(String text, ByteArrayOutputStream out) {
    if (text == null) {
      put(-1, out);
      return;
    }
    byte[] bytes = text.getBytes(UTF_8);
    put(bytes.length, out);
    out.writeBytes(bytes);
  }

  static String text(ByteBuffer in) {
    int length = (int) number(in);
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, UTF_8);
  }
}
