package motcua.core.publication;

import java.util.Arrays;
import java.util.Optional;

/**
 * The figures that can be typed from a printed report: those of form II.06a (rules.md 5) and the
 * ratios of ledger.md 5.
 */
public enum TypedMetric {
  RECEIVED_TOTAL("received_total", "carriedOver+received"),
  CARRIED_OVER("carried_over", "carriedOver"),
  RECEIVED_NEW("received_new", "received"),
  RECEIVED_ONLINE("received_online", "receivedOnline"),
  RECEIVED_DIRECT_POSTAL("received_direct_postal", "receivedDirect+receivedPostal"),
  RESOLVED_TOTAL("resolved_total", "closedEarly+closedOnTime+closedLate"),
  RESOLVED_EARLY_PLUS_ONTIME("resolved_early_plus_ontime", "closedEarly+closedOnTime"),
  RESOLVED_EARLY("resolved_early", "closedEarly"),
  RESOLVED_ON_DUE_DAY("resolved_on_due_day", "closedOnTime"),
  RESOLVED_LATE("resolved_late", "closedLate"),
  REFUSED("refused", "refused"),
  WITHDRAWN("withdrawn", "withdrawn"),
  PENDING_TOTAL("pending_total", "openInTime+openOverdue"),
  PENDING_WITHIN("pending_within", "openInTime"),
  PENDING_OVERDUE("pending_overdue", "openOverdue"),
  SUSPENDED("suspended", "suspended"),
  ONTIME_PCT("ontime_pct", "ratio onTime"),
  LATE_PCT("late_pct", "ratio late"),
  OVERDUE_OPEN_PCT("overdue_open_pct", "ratio overdueOpen"),
  DIGITISED_COMPONENTS_PCT("digitised_components_pct", "ratio componentsDigitised"),
  DIGITISED_RESULTS_PCT("digitised_results_pct", "ratio resultsDigitised"),
  ONLINE_DOSSIERS_PCT("online_dossiers_pct", "ratio online"),
  ONLINE_PAYMENT_PCT("online_payment_pct", "ratio paidOnline"),
  APOLOGISED_PCT("apologised_pct", "ratio apologised");

  private final String code;
  private final LedgerExpression expression;

  TypedMetric(String code, String expression) {
    this.code = code;
    this.expression = LedgerExpression.parse(expression).orElseThrow();
  }

  /** Its name in requests, as in the metric column of a file. */
  public String code() {
    return code;
  }

  /** Its name in Vietnamese. */
  public String label() {
    return MetricNames.metric(code);
  }

  /** {@code dossiers} or {@code percent}. */
  public String unit() {
    return expression instanceof LedgerExpression.Ratio ? "percent" : "dossiers";
  }

  LedgerExpression expression() {
    return expression;
  }

  static Optional<TypedMetric> of(String code) {
    return Arrays.stream(values()).filter(metric -> metric.code.equals(code)).findFirst();
  }
}
