/**
 * What records of systems that only know current state mean: the pure, versioned step from the set
 * of a dossier's sightings to revisions of lifecycle events (national-payload.md 4 and 6). Start at
 * {@link motcua.core.interpretation.Interpretation}. Parsing of payloads and everything personal
 * stays outside.
 */
package motcua.core.interpretation;
