package motcua.readmodel;

import java.time.Instant;

/**
 * Where one dossier stands. Times may be null; unit, procedure, field and channel are empty when
 * not known.
 */
public record DossierLine(
    String source,
    String dossierId,
    String unit,
    String procedure,
    String field,
    String channel,
    String bucket,
    Instant receivedAt,
    Instant dueAt,
    Instant firstDueAt,
    Instant closedAt) {}
