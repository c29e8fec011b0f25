package motcua.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What an audit found.
 *
 * @param startedAt by the real clock, as {@code finishedAt}
 * @param knownTo last day of knowledge that was compared; null: everything
 * @param journal whether there was a journal to compare; without one, ledger and recount were
 *     compared alone
 * @param events readable records of the event log that were counted, duplicates included
 * @param dossiers recounted
 * @param cells compared, of the ledger, the journal and the recount
 * @param differing figures of cells in which ledger, journal and recount are not one
 * @param unbalanced cells that break the identity of ledger.md 5, and pairs of units between which
 *     a transfer has one leg only
 * @param firstDifference one line; null without a difference
 */
public record AuditResult(
    Instant startedAt,
    Instant finishedAt,
    LocalDate knownTo,
    boolean journal,
    long events,
    long dossiers,
    long cells,
    long differing,
    long unbalanced,
    String firstDifference) {
  public AuditResult {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(finishedAt, "finishedAt");
  }

  /** 0 is the only good value. */
  public long drift() {
    return differing + unbalanced;
  }
}
