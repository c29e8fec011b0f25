package motcua.core.publication;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ratios of a report row (ledger.md 5), each as the columns whose sums it divides. */
public enum LedgerRatio {
  ON_TIME(
      "onTime",
      List.of("closedEarly", "closedOnTime"),
      List.of("closedEarly", "closedOnTime", "closedLate")),
  LATE("late", List.of("closedLate"), List.of("closedEarly", "closedOnTime", "closedLate")),
  OVERDUE_OPEN("overdueOpen", List.of("openOverdue"), List.of("openInTime", "openOverdue")),
  COMPONENTS_DIGITISED("componentsDigitised", List.of("componentsDigitised"), List.of("received")),
  RESULTS_DIGITISED(
      "resultsDigitised",
      List.of("resultsDigitised"),
      List.of("closedEarly", "closedOnTime", "closedLate", "closedUndated")),
  ONLINE("online", List.of("receivedOnline"), List.of("received")),
  PAID_ONLINE("paidOnline", List.of("feePaidOnline"), List.of("feePaid")),
  APOLOGISED("apologised", List.of("lateApologised"), List.of("closedLate"));

  private final String ratioName;
  private final List<String> numerator;
  private final List<String> denominator;

  LedgerRatio(String ratioName, List<String> numerator, List<String> denominator) {
    this.ratioName = ratioName;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** Name in the report's {@code ratios}. */
  public String ratioName() {
    return ratioName;
  }

  /** Columns whose sum is the numerator. */
  public List<String> numerator() {
    return numerator;
  }

  /** Columns whose sum is the denominator. */
  public List<String> denominator() {
    return denominator;
  }

  static Optional<LedgerRatio> named(String name) {
    return Arrays.stream(values()).filter(ratio -> ratio.ratioName.equals(name)).findFirst();
  }
}
