package motcua.core.snapshot;

/** Why something is not published. */
public enum Refusal {
  /** The period's last day is not over, or not long enough. */
  PERIOD_NOT_ENDED,
  /** The day of the cut can still gain knowledge. */
  CUT_NOT_CLOSED,
  /** The cut lies before the period's last day: its figures were not known then. */
  CUT_BEFORE_END,
  /** There is a final version. */
  ALREADY_PUBLISHED,
  /** It shares days with a published period of the scope, and neither holds the other. */
  OVERLAPS_PUBLISHED,
  /** A provisional snapshot is not revised: it is drawn anew. */
  NOT_PUBLISHED,
  /** There is a later version, which is to be revised instead. */
  NOT_THE_LATEST,
  /** A revision is not drawn on an earlier cut. */
  CUT_BEFORE_THE_REVISED,
  /** The figures are the same. */
  NOTHING_CHANGED
}
