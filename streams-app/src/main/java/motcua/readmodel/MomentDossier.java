package motcua.readmodel;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A dossier that a moment counts.
 *
 * @param unit raw code of the unit in whose books it is counted
 * @param day on which it was closed or dropped, or on which such a close was taken back; of an open
 *     one the due day
 * @param dueAt null when there is none, and when the due that held then is kept no more
 * @param finishedAt null while open, and when the moment is kept no more
 */
public record MomentDossier(
    String source,
    String dossierId,
    String unit,
    String field,
    String procedure,
    LocalDate day,
    Instant dueAt,
    Instant finishedAt) {}
