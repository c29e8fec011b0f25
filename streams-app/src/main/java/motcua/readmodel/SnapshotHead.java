package motcua.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import motcua.core.form.FormPreset;
import motcua.core.snapshot.RevisionKind;

/**
 * A snapshot without its figures.
 *
 * @param id given when it is stored; 0 before
 * @param version 0 provisional, 1 final, 2 and more revised
 * @param revises id of the version before; null without one
 * @param cut last day of knowledge
 * @param generation of the ledger it was drawn from
 * @param policy its name
 * @param form preset it is printed with
 * @param kind null but for a revision, like {@code reason}
 * @param author who made it
 */
public record SnapshotHead(
    long id,
    SnapshotSubject subject,
    int version,
    Long revises,
    LocalDate cut,
    int generation,
    String policy,
    String unitTree,
    String calendar,
    String procedures,
    FormPreset form,
    RevisionKind kind,
    String reason,
    String author,
    Instant madeAt) {}
