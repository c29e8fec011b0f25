package motcua.readmodel;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * The books of one generation as they stood at one moment, whatever is written meanwhile. Not
 * thread-safe. Methods throw {@link StoreUnavailableException} when the database goes away.
 */
public interface AuditSnapshot extends AutoCloseable {
  /** Units with a cell or a posting. */
  SortedSet<String> units();

  /**
   * The ledger's cells of some units.
   *
   * @param columns figures to give, in this order
   * @param knownTo last day of knowledge; null: everything
   */
  void ledger(
      Collection<String> units, List<String> columns, LocalDate knownTo, Consumer<AuditCell> each);

  /** Whether there is a journal to compare (decision 13). */
  boolean journalKept();

  /** The same cells summed from the journal; none without one. */
  void journal(
      Collection<String> units, List<String> columns, LocalDate knownTo, Consumer<AuditCell> each);

  /**
   * What each dossier adds to one figure of a cell by the journal, by source and dossier with
   * U+001F between; empty without a journal.
   */
  Map<String, Long> dossiers(AuditCell cell, String column);

  /**
   * Cells of the ledger that break the identity of ledger.md 5, and transfers without their other
   * leg, one line each. Where there is none, all accounts sum to zero.
   */
  List<String> unbalanced(LocalDate knownTo);

  @Override
  void close();
}
