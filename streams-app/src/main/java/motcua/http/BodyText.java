package motcua.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The body of a request as text, up to a size. */
final class BodyText {
  /** Bytes; several thousand printed figures. */
  static final int MAX_BYTES = 1_048_576;

  private BodyText() {}

  /** UTF-8, refused when it is larger, or is none. */
  static String of(Context context) {
    byte[] bytes;
    try (InputStream in = context.bodyInputStream()) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException broken) {
      throw ProblemException.badRequest("Nội dung gửi lên bị đứt giữa chừng; gửi lại.");
    }
    if (bytes.length > MAX_BYTES) {
      throw new ProblemException(
          413,
          "Nội dung quá lớn",
          "Nội dung gửi lên lớn hơn %d KiB; chia nhỏ ra.".formatted(MAX_BYTES / 1024));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException otherwise) {
      throw ProblemException.badRequest(
          "Nội dung gửi lên không phải UTF-8; trong Excel, lưu dạng \"CSV UTF-8\".");
    }
  }
}
