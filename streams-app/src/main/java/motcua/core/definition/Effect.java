package motcua.core.definition;

/**
 * What the dossiers of one cause change in a ratio.
 *
 * @param dossiers their number; below 0 where the period takes back more than it adds
 * @param numerator what they add to the numerator
 * @param denominator what they add to the denominator
 */
public record Effect(Cause cause, long dossiers, long numerator, long denominator) {}
