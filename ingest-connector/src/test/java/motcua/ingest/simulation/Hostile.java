package motcua.ingest.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;

/** Values that senders should not send and do. */
final class Hostile {
  /** Stands where nothing is kept: in dropped fields, dates, codes and flags. */
  static final String CANARY = "CANARYx";

  /** Look personal; those of the samples' applicants, too. */
  static final List<String> PERSONAL =
      List.of(
          "079299887766",
          "0912345678",
          "079 299 887 766",
          "nguoi.dan@mau.example",
          "nguoi-mau-1@mau.example",
          "0900000002",
          "Nguyễn Văn Mẫu",
          "Trần Thị Mẫu");

  private static final int PLANTABLE = 4;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u00a0",
          "\u3000\t",
          "null",
          "N/A",
          "0",
          "-1",
          "NaN",
          "true",
          "=1+1",
          "a\"b\\c",
          "x".repeat(500),
          "y".repeat(501),
          "z".repeat(9000),
          "\u0000",
          "a\u0007b",
          "a\u0085b",
          "\ud800",
          "a\udc00",
          "🙂",
          "\u202eabc",
          "\ufeff",
          "\ufffd",
          "A\u2028B",
          "١٢٣",
          "<a&b>",
          "{}",
          "a;b,c\td|e",
          "a\r\nb",
          "\u001f",
          Normalizer.normalize("Sở Y tế", Normalizer.Form.NFD));

  private static final List<String> TYPED =
      List.of(
          CANARY,
          "CANARYx31/02/2026",
          "20261301000000",
          "2026-02-30T00:00:00+07:00",
          "20260230080000",
          "00010101000000",
          "99991231235959",
          "0001-01-01T00:00:00",
          "2026-09-01T08:00:00",
          "2026-09-01T24:00:00+07:00",
          "2026-09-01T08:60:00Z",
          "+999999999-12-31T23:59:59Z",
          "-0001-09-01T00:00:00Z",
          "2026-09-01T08:00:00.12345678901234567890Z",
          "20991231000000",
          "2099-01-01T00:00:00Z",
          "31/02/2026",
          "1/9/26",
          "46266.5",
          "1e400",
          "9".repeat(40),
          "٢٠٢٦",
          "2026-09-01T08:00:00+19:00",
          "2026-09-01 08:00",
          "11",
          "0002",
          "2.0",
          "1900-01-01");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "2",
          "10",
          "1e999999999",
          "-0.0",
          "1E-400",
          "123456789",
          "9".repeat(600),
          "7".repeat(1100));

  private static final String DEEP = "[".repeat(1200) + "]".repeat(1200);

  private Hostile() {}

  /** A text for a field that is kept: no canary, since it may come out. */
  static String text(Random random) {
    return random.nextInt(6) == 0 ? personal(random) : pick(TEXTS, random);
  }

  /** A text for a date, a code or a flag. */
  static String typed(Random random) {
    return random.nextInt(4) == 0 ? text(random) : pick(TYPED, random);
  }

  /** A text for a field that nobody reads. */
  static String dropped(Random random) {
    return random.nextBoolean() ? CANARY : personal(random);
  }

  /** A value of any JSON type; {@code text} where it is a text. */
  static JsonNode json(String text, Random random) {
    return switch (random.nextInt(16)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2, 3 -> JSON.rawValueNode(new RawValue(pick(NUMBERS, random)));
      case 4 -> JSON.objectNode().put(CANARY, CANARY);
      case 5 -> JSON.arrayNode().add(CANARY).add(1).addNull();
      case 6 -> random.nextInt(10) == 0 ? JSON.rawValueNode(new RawValue(DEEP)) : JSON.arrayNode();
      default -> JSON.textNode(text);
    };
  }

  static String personal(Random random) {
    return PERSONAL.get(random.nextInt(PLANTABLE));
  }

  private static String pick(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
