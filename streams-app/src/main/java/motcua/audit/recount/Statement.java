package motcua.audit.recount;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * One revision of one event (ledger.md 2) as the log tells it. Everything but {@code eventId} and
 * the two record times may be null.
 *
 * @param dossierId the dossier the revision names
 * @param recordedAt when it became known
 * @param claimedAt recordedAt as the input claimed it: orders revisions, dates nothing
 * @param content compact JSON, keys sorted, nulls and recordedAt left out: decides between
 *     revisions of one instant
 */
record Statement(
    String eventId,
    String dossierId,
    String type,
    ZonedDateTime occurredAt,
    Instant recordedAt,
    Instant claimedAt,
    boolean retracted,
    String unit,
    String procedure,
    String field,
    String channel,
    ZonedDateTime dueAt,
    String reason,
    String components,
    boolean online,
    String content) {
  /** The types in the order that decides between events of one moment. */
  static final List<String> TYPES =
      List.of(
          "RECEIVED",
          "DUE_CHANGED",
          "SUSPENDED",
          "RESUMED",
          "COMPLETED",
          "RETURNED",
          "REFUSED",
          "WITHDRAWN",
          "REOPENED",
          "TRANSFERRED",
          "COMPONENTS_DIGITISED",
          "RESULT_DIGITISED",
          "FEE_PAID",
          "APOLOGISED");

  static final List<String> CHANNELS = List.of("ONLINE", "DIRECT", "POSTAL");
}
