package motcua.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import motcua.backtest.BacktestView;
import motcua.core.period.Period;
import motcua.core.publication.FiguresRead;
import motcua.readmodel.AuditResult;
import motcua.readmodel.DeadLetterReadModel;
import motcua.reconciliation.Reconciliation;
import motcua.report.Report;
import motcua.report.ReportRequest;

/**
 * The streams application, its read model and its page, as the launcher sees them: all it needs of
 * {@code MotcuaApp}.
 *
 * <p>It makes the topics it needs when it starts.
 */
public interface Product extends AutoCloseable {
  /** Where the page is served. */
  URI url();

  /**
   * Waits until every record that lay in the log when this was called, and all that follows from
   * it, is in PostgreSQL.
   *
   * @throws IOException when a task of the application failed; its message says which
   */
  void awaitSettled(Progress progress) throws IOException;

  /** Draws one report from what is in PostgreSQL. */
  Report report(ReportRequest request) throws IOException;

  /**
   * Reads printed reports beside what is in PostgreSQL.
   *
   * @param knownOn knowledge cut of the ledger's figures; null: everything known
   * @throws motcua.reconciliation.UnreadableFiguresException when figures cannot be read or placed
   */
  Reconciliation reconcile(FiguresRead figures, LocalDate knownOn) throws IOException;

  /**
   * Replays the past against rules of alerts.
   *
   * @param scope a unit with all below it, or ALL
   * @param rules file of rules, JSON
   * @throws IllegalArgumentException when the file, the unit or the period is wrong
   */
  BacktestView backtest(Period period, String scope, Path rules) throws IOException;

  /**
   * Recounts the ledger from the event log and compares it with PostgreSQL.
   *
   * @throws IOException when the read model has not caught up with the log
   */
  AuditResult audit() throws IOException;

  /** Records that could not be read. */
  DeadLetterReadModel deadLetters();

  /**
   * Waits until all that lies in the log now is in PostgreSQL, whichever process brings it there.
   *
   * @throws IOException when that takes too long
   */
  void awaitCaughtUp() throws IOException;

  /**
   * Generations of the ledger that exist, this one included.
   *
   * @throws IOException when Kafka does not say
   */
  SortedSet<Integer> generations() throws IOException;

  /**
   * Deletes a generation of the ledger with all its postings.
   *
   * @throws IOException when it is in use or cannot be deleted
   */
  void deleteGeneration(int generation) throws IOException;

  /**
   * Why the application cannot go on.
   *
   * @return null while it can
   */
  String failure();

  @Override
  void close();

  /** Starts the application. */
  @FunctionalInterface
  interface Launcher {
    /**
     * Starts it and waits until it is ready.
     *
     * @param config keys of the application's configuration
     */
    Product start(Map<String, String> config) throws IOException;
  }
}
