package motcua.core.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import motcua.core.ledger.ReportRow;

/**
 * A scoring decision, and the days on which it holds.
 *
 * @param number as printed, for example {@code 1704/QĐ-UBND}
 * @param issuer who decided
 * @param issuedOn date of the paper; empty when not known
 * @param validTo last day; empty: until another begins
 * @param total points of the whole index, most of which no ledger can give; empty when not known
 * @param note Vietnamese, for readers
 */
public record Decision(
    String number,
    String issuer,
    Optional<LocalDate> issuedOn,
    LocalDate validFrom,
    Optional<LocalDate> validTo,
    Optional<BigDecimal> total,
    String note,
    List<Criterion> criteria) {
  public Decision {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(issuedOn, "issuedOn");
    Objects.requireNonNull(validFrom, "validFrom");
    Objects.requireNonNull(validTo, "validTo");
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(note, "note");
    criteria = List.copyOf(criteria);
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && validTo.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** The score of each criterion, in the decision's order. */
  public List<Score> score(ReportRow row) {
    return criteria.stream().map(criterion -> criterion.score(criterion.ratio().of(row))).toList();
  }
}
