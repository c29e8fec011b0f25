package motcua.core.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a publication's own figures say against each other, or leave unsaid. */
public sealed interface Fault {

  /** A count printed or added up in the publication, with the name to call it by. */
  record Named(String name, BigDecimal value) {}

  /** A share of two printed counts. */
  record Share(Named numerator, Named denominator) {}

  /**
   * The parts do not add up to the whole; {@code notStated} are ledger columns the publication
   * leaves out.
   */
  record SumFails(Named whole, List<Named> parts, List<String> notStated) implements Fault {
    /** Sum of the parts. */
    public BigDecimal sum() {
      return parts.stream().map(Named::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /** No whole number over any printed base prints the percentage. */
  record PercentUnreachable(BigDecimal percent, List<Named> triedBases, OptionalLong smallestBase)
      implements Fault {}

  /**
   * Both counts are printed and give another percentage; {@code fits} is a share of printed counts
   * that gives it.
   */
  record FractionMismatch(
      BigDecimal percent, Share printed, BigDecimal actual, Optional<Share> fits)
      implements Fault {}

  /** A part is larger than its whole. */
  record PartExceedsWhole(Named part, Named whole) implements Fault {}

  /** Printed as a rate, and above 100. */
  record RateAboveHundred(BigDecimal value) implements Fault {}

  /** A fault that a reader of the publication recorded and that its figures alone do not show. */
  record RecordedByReader(String reading) implements Fault {}

  /**
   * No counts to check a percentage with; {@code examples} would print it, the smallest base is
   * what it takes at least.
   */
  record PercentUnproven(BigDecimal percent, List<Share> examples, OptionalLong smallestBase)
      implements Fault {}

  /** Open dossiers are not split: the overdue ones lie between 0 and the total. */
  record SplitNotStated(BigDecimal total) implements Fault {}

  /** A contradiction, as opposed to something left unsaid. */
  default boolean isInconsistent() {
    return switch (this) {
      case SumFails f -> true;
      case PercentUnreachable f -> true;
      case FractionMismatch f -> true;
      case PartExceedsWhole f -> true;
      case RateAboveHundred f -> true;
      case RecordedByReader f -> true;
      case PercentUnproven f -> false;
      case SplitNotStated f -> false;
    };
  }
}
