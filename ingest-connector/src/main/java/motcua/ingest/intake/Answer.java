package motcua.ingest.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer to a sender: what HTTP says and what its JSON says agree.
 *
 * @param status HTTP status
 * @param code {@code error_code}: 0 only when every record is durable
 * @param message for people, Vietnamese; never a value of a record
 * @param retryAfterSeconds when to come again; 0: not said
 * @param details more fields of the JSON
 */
record Answer(
    int status, int code, String message, long retryAfterSeconds, Map<String, Object> details) {
  /** Rejections named in one answer; the rest is counted. */
  static final int MOST_REJECTIONS = 100;

  Answer {
    details = Map.copyOf(details);
    if (code == 0 && status != 200) {
      throw new IllegalArgumentException("success has status 200");
    }
  }

  /** A record that was refused: where it stood and why. */
  record Rejection(String position, String reason) {}

  /** Everything of a batch is durable. */
  static Answer accepted(String intake, int records, List<Rejection> rejections) {
    int refused = rejections.size();
    int taken = records - refused;
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("intake", intake);
    details.put("accepted", taken);
    details.put("refused", refused);
    details.put("rejections", rejections.stream().limit(MOST_REJECTIONS).toList());
    String message =
        refused == 0
            ? "Đã nhận %d bản ghi.".formatted(records)
            : "Đã nhận %d trên %d bản ghi; %d bản ghi bị từ chối, lý do ghi ở rejections."
                .formatted(taken, records, refused);
    return new Answer(200, 0, message, 0, details);
  }

  /** A new session. */
  static Answer session(String session, long lifeSeconds) {
    return new Answer(
        200,
        0,
        "Đăng nhập thành công.",
        0,
        Map.of(
            "session", session,
            "access_token", session,
            "token_type", "Bearer",
            "expires_in", lifeSeconds));
  }

  /**
   * A refusal.
   *
   * @param envelope whether the sender reads {@code error_code} and takes any other status than 200
   *     for a broken line; the others look at the status alone
   */
  static Answer refused(boolean envelope, int code, String message) {
    return new Answer(envelope ? 200 : code, code, message, 0, Map.of());
  }

  /** The request is longer than allowed. */
  static Answer tooLong(int maxBytes) {
    return new Answer(
        413,
        413,
        "Gói dữ liệu dài hơn %d byte; hãy chia thành nhiều gói nhỏ hơn.".formatted(maxBytes),
        0,
        Map.of());
  }

  /** The client sends faster than allowed. */
  static Answer tooFast(long retryAfterSeconds) {
    return new Answer(
        429,
        429,
        "Gửi nhanh hơn mức cho phép; hãy gửi lại sau %d giây.".formatted(retryAfterSeconds),
        retryAfterSeconds,
        Map.of());
  }

  /** Nothing of the batch was written. */
  static Answer unavailable(long retryAfterSeconds) {
    return new Answer(
        503,
        503,
        "Chưa nhận được dữ liệu; hãy gửi lại nguyên gói sau %d giây.".formatted(retryAfterSeconds),
        retryAfterSeconds,
        Map.of());
  }

  /** The body of the answer as this client reads codes. */
  Map<String, Object> body(Client.SuccessCode form) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error_code", form.of(code));
    body.put("message", message);
    body.putAll(details);
    return body;
  }
}
