package motcua.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import motcua.audit.recount.RecountRules;
import motcua.core.policy.Rules;
import motcua.core.unit.UnitResolver;
import motcua.readmodel.AuditResult;
import motcua.readmodel.AuditSnapshot;
import motcua.readmodel.AuditStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recounts the ledger from the event log and compares it with what is in PostgreSQL, cell by cell
 * and figure by figure.
 *
 * <p><b>Why the comparison is sound while records keep coming.</b> The log is taken up to a point
 * whose consequences are known to be in the read model ({@link EventLog#settle}); only then the
 * books are opened, in one snapshot. They hold everything up to the point and perhaps more. What
 * more they may hold was learned on a day not before {@link EventLog#firstDayLearnedSince}, and a
 * posting never says it was known before it was: so all cells known on earlier days are made of the
 * log up to the point alone, and those are compared. When nothing has moved, every cell is. When
 * the read model has not caught up, nothing is compared and {@link NotSettledException} says so.
 *
 * <p>One audit at a time; thread-safe.
 */
public final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

  private final EventLog log;
  private final AuditStore store;
  private final Rules rules;
  private final UnitResolver units;
  private final Path folder;
  private final InstantSource clock;

  /**
   * @param rules the ledger is built under
   * @param units for sightings
   * @param folder for files that do not outlive an audit; twice the size of the log must fit
   * @param clock the real one
   */
  public Audit(
      EventLog log,
      AuditStore store,
      Rules rules,
      UnitResolver units,
      Path folder,
      InstantSource clock) {
    this.log = Objects.requireNonNull(log, "log");
    this.store = Objects.requireNonNull(store, "store");
    this.rules = Objects.requireNonNull(rules, "rules");
    this.units = Objects.requireNonNull(units, "units");
    this.folder = Objects.requireNonNull(folder, "folder");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Audits once and keeps the result.
   *
   * @throws NotSettledException when the read model has not caught up
   */
  public synchronized AuditResult run() throws InterruptedException {
    Instant startedAt = clock.instant();
    EventLog.Point point = log.settle();
    try (AuditSnapshot books = store.open()) {
      LocalDate knownTo = log.firstDayLearnedSince(point).map(day -> day.minusDays(1)).orElse(null);
      AuditResult result = compare(startedAt, point, books, knownTo);
      store.save(result);
      if (!result.journal()) {
        LOG.info("the journal is off: the recount was compared with the ledger alone");
      }
      if (result.drift() == 0) {
        LOG.info("audit found no drift: {}", result);
      } else {
        LOG.error("audit found drift: {}", result);
      }
      return result;
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "the audit cannot use " + folder + ": " + failed.getMessage(), failed);
    }
  }

  private AuditResult compare(
      Instant startedAt, EventLog.Point point, AuditSnapshot books, LocalDate knownTo)
      throws IOException {
    RecountRules recount =
        new RecountRules(rules.policy(), rules.calendar(), units, point.clockDay());
    try (WorkFolder own = WorkFolder.open(folder);
        Gathering recounted = new Gathering(log, point, recount, own.path())) {
      Comparison comparison = new Comparison(recounted, books, knownTo);
      comparison.run();
      List<String> unbalanced = books.unbalanced(knownTo);
      String first = comparison.firstDifference();
      return new AuditResult(
          startedAt,
          clock.instant(),
          knownTo,
          books.journalKept(),
          recounted.events(),
          recounted.dossiers(),
          comparison.cells(),
          comparison.differing(),
          unbalanced.size(),
          first != null || unbalanced.isEmpty() ? first : unbalanced.getFirst());
    }
  }
}
