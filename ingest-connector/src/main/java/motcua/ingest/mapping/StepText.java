package motcua.ingest.mapping;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Reads the free text of a step once for what counts; the text itself goes no further
 * (national-payload.md 3, 7).
 */
final class StepText {
  private static final String APOLOGY = "xin lỗi";
  private static final String FINISH = "kết thúc xử lý hồ sơ";
  private static final String NO_DUE = "hồ sơ không có ngày hẹn trả";

  private StepText() {}

  /** APOLOGY, NO_DUE_FINISH or FINISH; null when the text says nothing that counts. */
  static String meaning(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s\\u00a0]+", " ");
    if (plain.contains(APOLOGY)) {
      return "APOLOGY";
    }
    if (plain.contains(NO_DUE)) {
      return "NO_DUE_FINISH";
    }
    return plain.contains(FINISH) ? "FINISH" : null;
  }
}
