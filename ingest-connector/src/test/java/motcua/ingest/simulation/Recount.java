package motcua.ingest.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * How many records mutated bytes hold, found without the product's readers. A file that is refused
 * as a whole is one.
 */
final class Recount {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final int MAX_DEPTH = 8;

  private Recount() {}

  /** Lines that are not blank, and longer ones than {@code maxBytes} even when they are. */
  static long lines(byte[] bytes, int maxBytes) {
    if (isBlank(bytes) || isWide(bytes)) {
      return 1;
    }
    long count = 0;
    int start = hasMark(bytes) ? 3 : 0;
    for (int at = start; at <= bytes.length; at++) {
      if (at == bytes.length || bytes[at] == '\n') {
        int end = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
        String line = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        boolean blank = line.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r');
        count += blank && end - start <= maxBytes ? 0 : 1;
        start = at + 1;
      }
    }
    return count;
  }

  /** Records of a batch that is sound JSON still; unknown where it is not. */
  static long batch(byte[] bytes) {
    if (isBlank(bytes) || isWide(bytes)) {
      return 1;
    }
    int start = hasMark(bytes) ? 3 : 0;
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    try {
      JsonNode root = JSON.readTree(text);
      return root.isMissingNode() ? 1 : count(root, "", 0, true);
    } catch (JsonProcessingException e) {
      return Input.UNKNOWN;
    }
  }

  /** As the rules of a batch say; without any place for records it is refused, which is one. */
  private static long count(JsonNode node, String name, int depth, boolean root) {
    long[] found = {0, 0};
    visit(node, name, depth, root, found);
    return found[1] == 0 ? 1 : found[0];
  }

  private static void visit(JsonNode node, String name, int depth, boolean root, long[] found) {
    if (depth >= MAX_DEPTH) {
      return;
    }
    if (node.isObject()) {
      boolean record = false;
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        record |= member.getKey().toLowerCase(Locale.ROOT).equals("mahoso");
      }
      if (record) {
        found[0]++;
        found[1]++;
        return;
      }
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        visit(member.getValue(), member.getKey().toLowerCase(Locale.ROOT), depth + 1, false, found);
      }
    } else if (node.isArray()) {
      boolean list = root || node.isEmpty() || node.get(0).isObject() || name.equals("data");
      if (list) {
        found[0] += node.size();
        found[1]++;
      }
    }
  }

  private static boolean hasMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  /** Looks like UTF-16 or UTF-32. */
  static boolean isWide(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    boolean mark =
        (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
    return mark || bytes[0] == 0 || bytes[1] == 0;
  }

  static boolean isBlank(byte[] bytes) {
    int start = hasMark(bytes) ? 3 : 0;
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
    return text.chars().allMatch(c -> " \t\r\n".indexOf(c) >= 0);
  }
}
