package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import motcua.core.dossier.Channel;
import motcua.core.ledger.Bucket;
import motcua.core.ledger.Counter;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.Posting;

/**
 * Appends to the journal by COPY straight into the table. A posting that is there already (a
 * repeated record) makes COPY fail; the batch then goes through a staging table with ON CONFLICT DO
 * NOTHING (kafka-streams D4).
 */
final class PostingWriter {
  private static final int COLUMNS = 20;
  private static final String COPY = "COPY posting FROM STDIN (FORMAT BINARY)";
  private static final String UNIQUE_VIOLATION = "23505";

  private final CopyBuffer buffer = new CopyBuffer();
  private final Set<YearMonth> months = new HashSet<>();

  void write(Connection connection, List<JournalEntry> journal) throws SQLException {
    if (journal.isEmpty()) {
      return;
    }
    encode(journal);
    ensureMonths(connection, journal);
    Savepoint before = connection.setSavepoint();
    try {
      buffer.copy(connection, COPY);
    } catch (SQLException fault) {
      if (!UNIQUE_VIOLATION.equals(fault.getSQLState())) {
        throw fault;
      }
      connection.rollback(before);
      append(connection);
    }
    connection.releaseSavepoint(before);
  }

  private void append(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE posting_stage (LIKE posting) ON COMMIT DROP");
      buffer.copy(connection, "COPY posting_stage FROM STDIN (FORMAT BINARY)");
      statement.execute("INSERT INTO posting SELECT * FROM posting_stage ON CONFLICT DO NOTHING");
    }
  }

  private void ensureMonths(Connection connection, List<JournalEntry> journal) throws SQLException {
    int lastDay = Integer.MIN_VALUE;
    for (JournalEntry entry : journal) {
      for (Posting posting : entry.getPostings()) {
        if (posting.getCountsOnDay() != lastDay) {
          lastDay = posting.getCountsOnDay();
          LocalDate date = LocalDate.ofEpochDay(lastDay);
          YearMonth month = YearMonth.from(date);
          if (!months.contains(month)) {
            ensureMonth(connection, date);
            months.add(month);
          }
        }
      }
    }
  }

  private static void ensureMonth(Connection connection, LocalDate day) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT ensure_posting_month(?)")) {
      statement.setObject(1, day);
      statement.execute();
    }
  }

  private void encode(List<JournalEntry> journal) {
    buffer.begin();
    for (JournalEntry entry : journal) {
      for (Posting posting : entry.getPostings()) {
        encode(entry, posting);
      }
    }
    buffer.end();
  }

  private void encode(JournalEntry entry, Posting posting) {
    buffer.row(COLUMNS);
    buffer.putInt(entry.getGeneration());
    buffer.putText(entry.getSource());
    buffer.putText(entry.getDossierId());
    buffer.putLong(posting.getSequence());
    buffer.putShort(posting.getLeg());
    buffer.putText(entry.getUnit());
    buffer.putText(posting.getCounterpartUnit());
    buffer.putText(posting.getProcedure());
    buffer.putText(posting.getField());
    buffer.putShort(Channel.valueOf(posting.getChannel()).ordinal());
    putBucket(posting.getFromBucket());
    putBucket(posting.getToBucket());
    putCounter(posting.getCounter());
    buffer.putShort(posting.getCount());
    buffer.putDate(posting.getCountsOnDay());
    buffer.putDate(posting.getKnownOnDay());
    buffer.putText(posting.getCause());
    buffer.putText(entry.getPolicy());
    buffer.putBoolean(entry.getBackfill());
    buffer.putInstant(entry.getAppliedAtMicros());
  }

  private void putBucket(String name) {
    if (name == null) {
      buffer.putNull();
    } else {
      buffer.putShort(Bucket.valueOf(name).ordinal());
    }
  }

  private void putCounter(String name) {
    if (name == null) {
      buffer.putNull();
    } else {
      buffer.putShort(Counter.valueOf(name).ordinal());
    }
  }
}
