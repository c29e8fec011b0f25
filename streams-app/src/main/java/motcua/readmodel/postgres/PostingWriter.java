package motcua.readmodel.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import motcua.schemas.internal.JournalEntry;

/**
 * Appends pages of legs to the journal by COPY. A leg is written once because the offsets of its
 * record move in the same transaction (decision 0009).
 */
final class PostingWriter {
  private static final String COPY =
      "COPY posting_page (%s) FROM STDIN (FORMAT BINARY)"
          .formatted(String.join(", ", PostingPage.COLUMNS));

  private final CopyBuffer buffer = new CopyBuffer();
  private final Set<YearMonth> months = new HashSet<>();

  void write(Connection connection, List<JournalEntry> journal) throws SQLException {
    if (journal.isEmpty()) {
      return;
    }
    buffer.begin();
    for (PostingPage page : PostingPage.of(journal)) {
      ensureMonth(connection, page.month());
      page.write(buffer);
    }
    buffer.end();
    buffer.copy(connection, COPY);
  }

  private void ensureMonth(Connection connection, LocalDate firstDay) throws SQLException {
    YearMonth month = YearMonth.from(firstDay);
    if (months.contains(month)) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT ensure_posting_month(?)")) {
      statement.setObject(1, firstDay);
      statement.execute();
    }
    months.add(month);
  }
}
