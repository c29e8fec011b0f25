package motcua.schemas.sample;

/**
 * How messy random histories are. Percentages are chances per event, 0 to 100.
 *
 * @param seed same parameters, same lines
 * @param dossiers number of dossiers
 * @param units number of units in the tree, at least 1; one more code, unknown to the tree, is used
 *     now and then
 * @param duplicatePercent the same line again
 * @param revisionPercent the same event again, changed, now and then under another dossier
 * @param retractionPercent the event retracted, now and then brought back
 * @param malformedPercent one more line that is no event: broken JSON, a missing field, an unknown
 *     word
 */
public record HistoryParameters(
    long seed,
    int dossiers,
    int units,
    int duplicatePercent,
    int revisionPercent,
    int retractionPercent,
    int malformedPercent) {

  public HistoryParameters {
    if (dossiers < 0 || units < 1) {
      throw new IllegalArgumentException("dossiers must be at least 0 and units at least 1");
    }
    for (int percent :
        new int[] {duplicatePercent, revisionPercent, retractionPercent, malformedPercent}) {
      if (percent < 0 || percent > 100) {
        throw new IllegalArgumentException("a percentage lies within 0 and 100: " + percent);
      }
    }
  }

  /**
   * As messy as a bad source: 10 % duplicates, 10 % revisions, 4 % retractions, 2 % malformed
   * lines.
   */
  public static HistoryParameters messy(long seed, int dossiers, int units) {
    return new HistoryParameters(seed, dossiers, units, 10, 10, 4, 2);
  }

  /** Nothing doubled, revised, retracted or malformed. */
  public static HistoryParameters clean(long seed, int dossiers, int units) {
    return new HistoryParameters(seed, dossiers, units, 0, 0, 0, 0);
  }
}
