package motcua.http;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that does not change while the server runs, with the digest that tells it from others. */
final class StaticText {
  private final String type;
  private final byte[] content;
  private final String tag;

  StaticText(String type, byte[] content) {
    this.type = type;
    this.content = content;
    this.tag = "W/\"" + digest(content) + "\"";
  }

  /** The file, or 304 to a browser that has it. */
  void send(Context context, String caching) {
    context.header("Cache-Control", caching).header("ETag", tag);
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
    } else {
      context.contentType(type).result(content);
    }
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
