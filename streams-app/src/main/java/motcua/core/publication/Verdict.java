package motcua.core.publication;

import java.util.OptionalLong;

/** How a printed figure stands to the ledger's. */
public sealed interface Verdict {
  /** The ledger prints the same. */
  record Equal() implements Verdict {}

  /**
   * The ledger prints the same when the share is taken of these columns, or the columns are grouped
   * as this form does.
   */
  record EqualOnOtherBase(String base) implements Verdict {}

  /** The ledger prints something else. */
  record Different() implements Verdict {}

  /**
   * No whole number of the ledger's base, nor of any base the publication prints, gives the
   * percentage.
   */
  record Unreachable(OptionalLong smallestBase) implements Verdict {}

  /** The publication gives no value. */
  record NotStated() implements Verdict {}

  /** The ledger keeps such a figure, but it is not known for which unit to ask. */
  record NotCompared() implements Verdict {}

  /** The ledger keeps no such figure. */
  record NotInLedger() implements Verdict {}
}
