package motcua.core.definition;

import java.util.List;
import motcua.core.ledger.Ratio;

/** What one definition makes of a scope and period. */
public sealed interface Answer {
  /** The definition. */
  Definition definition();

  /**
   * A ratio, and how it comes from the base.
   *
   * @param effects base plus all of them gives the value
   * @param doubts dossiers whose moments are not held: taken by day, each may be off by one
   */
  record Figure(Definition definition, Ratio.Value value, List<Effect> effects, List<Effect> doubts)
      implements Answer {
    public Figure {
      effects = List.copyOf(effects);
      doubts = List.copyOf(doubts);
    }

    /** Number of dossiers taken by day although the definition goes by moments. */
    public long doubtful() {
      return doubts.stream().mapToLong(Effect::dossiers).sum();
    }
  }

  /**
   * No figure rather than a wrong one.
   *
   * @param dossiers how many stand in the way; 0: the period does
   */
  record Refused(Definition definition, Refusal refusal, long dossiers) implements Answer {}
}
