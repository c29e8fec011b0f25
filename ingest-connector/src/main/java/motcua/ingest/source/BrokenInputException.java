package motcua.ingest.source;

import java.io.IOException;

/**
 * From here on a file cannot be read, whoever tries again: the fault is in the bytes, not in the
 * reading.
 */
public final class BrokenInputException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A fault of the bytes. */
  public BrokenInputException(InputFault fault) {
    super(fault.reason());
  }

  /**
   * A fault and what it is about.
   *
   * @param detail words of the settings, never of the input
   */
  public BrokenInputException(InputFault fault, String detail) {
    super(fault.reason() + ": " + detail);
  }

  /** Code and explanation as a dead letter prints them. */
  public String reason() {
    return getMessage();
  }
}
