package motcua.readmodel;

import java.time.LocalDate;

/**
 * A mark of a dossier with the days on which it became known and ceased to hold; {@code endedOn} is
 * null while it holds.
 */
public record DossierMarkLine(
    String code, String unit, String detail, LocalDate knownOn, LocalDate endedOn) {}
