package motcua.core.definition;

/** Why a definition is not reckoned. */
public enum Refusal {
  /** It takes the end of the period as the finish of what is open, and the cut is not past it. */
  PERIOD_NOT_OVER,
  /**
   * It compares moments, and of some dossiers something was learned after the cut: the moments that
   * were known on it are kept no more.
   */
  MOMENTS_LEARNED_SINCE
}
