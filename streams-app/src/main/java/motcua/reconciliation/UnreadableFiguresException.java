package motcua.reconciliation;

import java.util.List;
import java.util.stream.Collectors;
import motcua.core.publication.ReadingFault;

/** Figures that cannot be worked with; nothing was compared. */
public final class UnreadableFiguresException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<ReadingFault> faults;

  private UnreadableFiguresException(List<ReadingFault> faults) {
    super(faults.stream().map(ReadingFault::text).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  static void throwIfAny(List<ReadingFault> faults) {
    if (!faults.isEmpty()) {
      throw new UnreadableFiguresException(faults);
    }
  }

  /** All of them, by line. */
  public List<ReadingFault> faults() {
    return faults;
  }
}
