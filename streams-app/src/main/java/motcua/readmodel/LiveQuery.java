package motcua.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import motcua.core.period.Period;
import motcua.core.unit.Scope;

/**
 * What is asked of several scopes at once.
 *
 * @param scopes each code once; they may lie inside each other
 * @param dueBefore in-time dossiers due before this moment are due soon
 * @param spans spans of days of which the late closings are wanted, in order, each beginning the
 *     day after the one before, long ones first; may be empty
 */
public record LiveQuery(
    List<Scope> scopes, LocalDate today, Instant dueBefore, List<Period> spans) {
  public LiveQuery {
    scopes = List.copyOf(scopes);
    Objects.requireNonNull(today, "today");
    Objects.requireNonNull(dueBefore, "dueBefore");
    spans = List.copyOf(spans);
  }
}
