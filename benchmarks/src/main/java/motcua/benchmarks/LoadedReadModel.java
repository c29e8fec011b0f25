package motcua.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import motcua.codec.Books;
import motcua.codec.JournalEntryCodec;
import motcua.codec.Micros;
import motcua.codec.StatusCodec;
import motcua.core.calendar.CalendarRow;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.dossier.DossierKey;
import motcua.core.dossier.Revision;
import motcua.core.journal.Journal;
import motcua.core.journal.Result;
import motcua.core.ledger.Measure;
import motcua.core.policy.Policy;
import motcua.core.policy.Rules;
import motcua.readmodel.OffsetMove;
import motcua.readmodel.ProjectionBatch;
import motcua.readmodel.postgres.Migrations;
import motcua.readmodel.postgres.PostgresClosing;
import motcua.readmodel.postgres.PostgresProjectionStore;
import motcua.schemas.internal.DossierStatus;
import motcua.schemas.internal.JournalEntry;
import org.apache.kafka.common.TopicPartition;

/**
 * A read model of many dossiers, made without Kafka: the core makes their journals, the projector's
 * own store writes them, and the ledger is summed from the journal.
 */
final class LoadedReadModel {
  static final int GENERATION = 1;

  private static final Rules RULES =
      new Rules(
          Policy.DEFAULT,
          new WorkingCalendar(
              IntStream.rangeClosed(2021, 2025)
                  .mapToObj(year -> LocalDate.of(year, 9, 2))
                  .map(day -> new CalendarRow(day, CalendarRow.Kind.OFF, null))
                  .toList()));
  private static final int DOSSIERS_A_BATCH = 2_000;
  private static final TopicPartition PART = new TopicPartition("motcua.postings", 0);

  private final DataSource owner;
  private final DataSource application;

  LoadedReadModel(DataSource owner, DataSource application) {
    this.owner = owner;
    this.application = application;
  }

  /** Loads everything; nothing is closed yet. */
  void load(Lives lives, int dossiers) throws SQLException {
    Migrations.migrate(owner);
    try (PostgresProjectionStore store = new PostgresProjectionStore(application)) {
      store.positions(GENERATION, List.of(PART));
      for (int first = 0; first < dossiers; first += DOSSIERS_A_BATCH) {
        store.write(batch(lives, first, Math.min(dossiers, first + DOSSIERS_A_BATCH)));
      }
    }
    sumLedger();
    vacuum();
  }

  /**
   * Closes every day but the last, which is still under way.
   *
   * @return number of months closed
   */
  int close() throws SQLException {
    int closed =
        new PostgresClosing(application, GENERATION).closeThrough(Lives.LAST_DAY.minusDays(1));
    vacuum();
    return closed;
  }

  private static ProjectionBatch batch(Lives lives, int first, int last) {
    List<JournalEntry> entries =
        IntStream.range(first, last)
            .parallel()
            .mapToObj(number -> entries(Lives.id(number), lives.of(number)))
            .flatMap(Collection::stream)
            .toList();
    return new ProjectionBatch(
        GENERATION,
        List.of(new OffsetMove(PART, first, last, 0)),
        entries.stream().filter(entry -> !entry.getPostings().isEmpty()).toList(),
        List.of(),
        entries.stream().filter(entry -> entry.getStatus() != null).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** What a dossier task sends of a dossier of which it learns everything at once. */
  private static Collection<JournalEntry> entries(String id, List<Revision> revisions) {
    Result result = Journal.of(revisions, id, Lives.END, RULES);
    long applied =
        revisions.stream().map(Revision::recordedAt).mapToLong(Micros::of).max().orElseThrow();
    var head =
        new JournalEntryCodec.Head(
            new DossierKey(Lives.SOURCE, id),
            Policy.DEFAULT.name(),
            GENERATION,
            false,
            applied,
            applied);
    DossierStatus status =
        StatusCodec.toWire(
            result.standing(),
            result.marks(),
            Math.max(1, result.postings().size()),
            Books.NONE.with(result.postings()).asOf(Lives.END, revisions));
    return JournalEntryCodec.toWire(head, result.postings(), 0, status);
  }

  /** Cells in the order in which they would have come. */
  private void sumLedger() throws SQLException {
    List<String> measures =
        Arrays.stream(Measure.values())
            .map(measure -> measure.name().toLowerCase(Locale.ROOT))
            .toList();
    String columns = String.join(", ", measures);
    String sums = measures.stream().map(m -> "sum(" + m + ")").collect(Collectors.joining(", "));
    execute(
        application,
        "SET work_mem = '256MB'",
        """
        INSERT INTO ledger (generation, unit, field, counterpart, counts_on, known_on, %s, policy, applied_at, topic_part, topic_offset)
        SELECT generation, unit, field, counterpart, counts_on, known_on, %s, 'default', now(), 0, 0 FROM posting_amounts
        GROUP BY generation, unit, field, counterpart, counts_on, known_on ORDER BY greatest(counts_on, known_on), field, unit"""
            .formatted(columns, sums));
  }

  /** What autovacuum would have done by then. */
  private void vacuum() throws SQLException {
    execute(owner, "VACUUM ANALYZE");
  }

  private static void execute(DataSource source, String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
