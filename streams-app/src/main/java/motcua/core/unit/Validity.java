package motcua.core.unit;

import java.time.LocalDate;

/** Days on which a row holds, both included; a null bound is open. */
public record Validity(LocalDate from, LocalDate to) {
  /** Whether a day lies in it. */
  public boolean holdsOn(LocalDate day) {
    return !beginsAfter(day) && !endsBefore(day);
  }

  boolean beginsAfter(LocalDate day) {
    return from != null && from.isAfter(day);
  }

  boolean endsBefore(LocalDate day) {
    return to != null && to.isBefore(day);
  }

  /** Whether a day lies in both. */
  public boolean overlaps(Validity other) {
    return (to == null || other.from == null || !to.isBefore(other.from))
        && (other.to == null || from == null || !other.to.isBefore(from));
  }

  /** Order of begin, the open begin first. */
  static int byBegin(Validity a, Validity b) {
    if (a.from == null || b.from == null) {
      return Boolean.compare(a.from != null, b.from != null);
    }
    return a.from.compareTo(b.from);
  }
}
