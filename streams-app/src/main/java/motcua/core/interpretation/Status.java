package motcua.core.interpretation;

/** The national status codes (national-payload.md 5). */
final class Status {
  static final int UNKNOWN = 0;
  static final int NEW = 1;
  static final int RECEIVED = 2;
  static final int NOT_ACCEPTED = 3;
  static final int PROCESSING = 4;
  static final int SUPPLEMENT = 5;
  static final int FINANCIAL_OBLIGATION = 6;
  static final int WITHDRAWN = 7;
  static final int STOPPED = 8;
  static final int READY = 9;
  static final int RETURNED = 10;

  private Status() {}

  /** The code; {@link #UNKNOWN} for null and for whatever is none of them. */
  static int of(String code) {
    if (code == null || code.isEmpty() || code.length() > 2) {
      return UNKNOWN;
    }
    int value = 0;
    for (int i = 0; i < code.length(); i++) {
      int digit = code.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return UNKNOWN;
      }
      value = value * 10 + digit;
    }
    return value <= RETURNED ? value : UNKNOWN;
  }

  static boolean waits(int status) {
    return status == SUPPLEMENT || status == FINANCIAL_OBLIGATION || status == STOPPED;
  }

  static boolean closes(int status) {
    return status == NOT_ACCEPTED || status == WITHDRAWN || status >= READY;
  }

  /** Reason of SUSPENDED. */
  static String waitingReason(int status) {
    return switch (status) {
      case FINANCIAL_OBLIGATION -> "FINANCIAL_OBLIGATION";
      case STOPPED -> "STOPPED";
      default -> "SUPPLEMENT";
    };
  }

  /** Order of steps of one second: intake, handling, finish, hand-over. */
  static int rank(int status) {
    return switch (status) {
      case NEW, RECEIVED -> 0;
      case READY, NOT_ACCEPTED, WITHDRAWN -> 2;
      case RETURNED -> 3;
      default -> 1;
    };
  }
}
