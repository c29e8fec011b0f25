package motcua.http;

/**
 * An answer in the form of RFC 9457. The detail is read by users: Vietnamese, and says what to do.
 */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String title;

  ProblemException(int status, String title, String detail) {
    super(detail);
    this.status = status;
    this.title = title;
  }

  static ProblemException badRequest(String detail) {
    return new ProblemException(400, "Yêu cầu không hợp lệ", detail);
  }

  static ProblemException notFound(String detail) {
    return new ProblemException(404, "Không tìm thấy", detail);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }
}
