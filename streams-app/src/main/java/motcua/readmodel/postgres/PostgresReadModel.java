package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import motcua.core.definition.Moment;
import motcua.core.dossier.DossierKey;
import motcua.core.ledger.Bucket;
import motcua.core.unit.Scope;
import motcua.readmodel.Breakdown;
import motcua.readmodel.CellDossiers;
import motcua.readmodel.CellQuery;
import motcua.readmodel.DossierHistory;
import motcua.readmodel.DossierLine;
import motcua.readmodel.Freshness;
import motcua.readmodel.LearnedFigures;
import motcua.readmodel.MomentData;
import motcua.readmodel.MomentDossiers;
import motcua.readmodel.RatioLine;
import motcua.readmodel.ReadModel;
import motcua.readmodel.ReportData;
import motcua.readmodel.ReportQuery;
import motcua.readmodel.StoreUnavailableException;

/**
 * The read model in PostgreSQL. Every question is one read-only REPEATABLE READ transaction: one
 * snapshot, whatever is written meanwhile.
 */
public final class PostgresReadModel implements ReadModel {
  /**
   * Statement its connections begin with: starting workers or compiling costs more than any of its
   * questions, and many are asked at once. A quarter's dossiers of a province are sorted in memory.
   */
  public static final String SESSION =
      "SET max_parallel_workers_per_gather = 0; SET jit = off; SET work_mem = '16MB'";

  private final DataSource dataSource;
  private final int generation;

  /**
   * @param dataSource connects as {@link Migrations#APPLICATION} with {@code currentSchema=motcua}
   *     and begins with {@link #SESSION}; pooled
   * @param generation ledger generation that is read
   */
  public PostgresReadModel(DataSource dataSource, int generation) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    this.generation = generation;
  }

  @Override
  public ReportData report(ReportQuery query) {
    return read(
        connection -> {
          if (query.by() == Breakdown.PROCEDURE) {
            KeptJournal.require(connection, generation);
          }
          ReportStatements statements = new ReportStatements(connection, generation);
          Scope scope = query.scope();
          String[] units = units(connection, scope);
          String[] unknown =
              Arrays.stream(units)
                  .filter(unit -> !scope.tree().isKnown(unit))
                  .toArray(String[]::new);
          FigureSums sums = new FigureSums();
          new TiledSums(connection, generation, query, units, null).addTo(sums);
          return new ReportData(
              sums.lines(),
              sums.total(),
              statements.marks(
                  query,
                  scope.unknownUnits() ? statements.units("dossier_mark", scope::includes) : units),
              statements.unknownUnits(query, unknown),
              statements.deadLetters());
        });
  }

  @Override
  public CellDossiers dossiers(CellQuery query, int offset, int limit) {
    return read(
        connection -> {
          KeptJournal.require(connection, generation);
          String[] units =
              query.unit() == null
                  ? units(connection, query.report().scope())
                  : new String[] {query.unit()};
          FigureSums sums = sums(connection, query, query.report(), units);
          return new CellStatements(connection, generation, query, units)
              .page(
                  unit -> line(query, sums, unit),
                  figure(query, sums) - figureBefore(connection, query, units),
                  offset,
                  limit);
        });
  }

  private FigureSums sums(
      Connection connection, CellQuery query, ReportQuery report, String[] units)
      throws SQLException {
    FigureSums sums = new FigureSums();
    new TiledSums(connection, generation, report, units, query.part()).addTo(sums);
    return sums;
  }

  private static long line(CellQuery query, FigureSums sums, String unit) {
    return query.column().of(sums.line(unit, query.part() == null ? "" : query.part()));
  }

  private static long figure(CellQuery query, FigureSums sums) {
    return query.unit() == null ? query.column().of(sums.total()) : line(query, sums, query.unit());
  }

  /** What had been known before counts for nothing. */
  private long figureBefore(Connection connection, CellQuery query, String[] units)
      throws SQLException {
    if (query.knownAfter() == null) {
      return 0;
    }
    ReportQuery report = query.report();
    ReportQuery before =
        new ReportQuery(
            report.scope(), report.from(), report.to(), query.knownAfter(), report.by());
    return figure(query, sums(connection, query, before, units));
  }

  @Override
  public LearnedFigures learnedAfter(LocalDate earlier, ReportQuery query) {
    return read(
        connection -> {
          KeptJournal.require(connection, generation);
          FigureSums sums =
              LearnedSums.between(
                  connection, generation, earlier, query, units(connection, query.scope()));
          return new LearnedFigures(sums.lines(), sums.total());
        });
  }

  @Override
  public MomentData moments(ReportQuery query) {
    return read(
        connection -> {
          KeptJournal.require(connection, generation);
          String[] units = units(connection, query.scope());
          FigureSums sums = new FigureSums();
          new TiledSums(connection, generation, query, units, null).addTo(sums);
          return new MomentStatements(connection, generation, query, units).count(sums.total());
        });
  }

  @Override
  public MomentDossiers moments(ReportQuery query, Moment moment, int offset, int limit) {
    return read(
        connection -> {
          KeptJournal.require(connection, generation);
          return new MomentStatements(
                  connection, generation, query, units(connection, query.scope()))
              .page(moment, offset, limit);
        });
  }

  @Override
  public List<RatioLine> ratios(String scope) {
    return read(connection -> ratios(connection, scope));
  }

  private List<RatioLine> ratios(Connection connection, String scope) throws SQLException {
    List<RatioLine> lines = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT window_code, ratio, numerator, denominator, as_of, applied_at FROM ratio
            WHERE generation = ? AND scope = ? ORDER BY window_code, ratio""")) {
      statement.setInt(1, generation);
      statement.setString(2, scope);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(
              new RatioLine(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getLong(4),
                  rows.getObject(5, LocalDate.class),
                  DossierStatements.instant(rows, 6)));
        }
      }
    }
    return lines;
  }

  @Override
  public List<DossierLine> overdue(Scope scope, int offset, int limit) {
    return open(scope, Bucket.OPEN_OVERDUE, null, offset, limit);
  }

  @Override
  public long countOverdue(Scope scope) {
    return countOpen(scope, Bucket.OPEN_OVERDUE, null);
  }

  @Override
  public List<DossierLine> due(Scope scope, Instant before, int offset, int limit) {
    return open(scope, Bucket.OPEN_IN_TIME, before, offset, limit);
  }

  @Override
  public long countDue(Scope scope, Instant before) {
    return countOpen(scope, Bucket.OPEN_IN_TIME, before);
  }

  private List<DossierLine> open(
      Scope scope, Bucket bucket, Instant before, int offset, int limit) {
    return read(
        connection ->
            new DossierStatements(connection, generation)
                .open(units(connection, scope), bucket, before, offset, limit));
  }

  private long countOpen(Scope scope, Bucket bucket, Instant before) {
    return read(
        connection ->
            new DossierStatements(connection, generation)
                .countOpen(units(connection, scope), bucket, before));
  }

  private String[] units(Connection connection, Scope scope) throws SQLException {
    return scope.unknownUnits()
        ? new ReportStatements(connection, generation).units("ledger", scope::includes)
        : scope.units().stream().sorted().toArray(String[]::new);
  }

  @Override
  public List<DossierHistory> dossiers(String dossierId) {
    return read(connection -> new DossierStatements(connection, generation).histories(dossierId));
  }

  @Override
  public List<DossierLine> standing(Collection<DossierKey> keys) {
    return read(connection -> new DossierStatements(connection, generation).standing(keys));
  }

  @Override
  public Freshness freshness() {
    return read(this::freshness);
  }

  private Freshness freshness(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT (SELECT max(applied_at) FROM sink_offset WHERE generation = ?),
              (SELECT count(*) FROM dead_letter WHERE generation = ? AND resolved_at IS NULL)""")) {
      statement.setInt(1, generation);
      statement.setInt(2, generation);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return new Freshness(
            Optional.ofNullable(DossierStatements.instant(rows, 1)), rows.getLong(2));
      }
    }
  }

  private <T> T read(Question<T> question) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      T answer = question.ask(connection);
      connection.commit();
      return answer;
    } catch (SQLException fault) {
      if (SqlStates.isTransient(fault) || fault instanceof java.sql.SQLTransientException) {
        throw new StoreUnavailableException("the read model does not answer", fault);
      }
      throw new IllegalStateException("cannot read the read model", fault);
    }
  }

  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }
}
