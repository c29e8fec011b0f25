package motcua.ingest.database;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.PersonalData;
import motcua.ingest.offset.Horizon;
import motcua.ingest.offset.TableOffset;
import motcua.ingest.output.ArrivalClock;
import motcua.ingest.output.Framed;
import motcua.ingest.output.Framing;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves rows of one table through windows: takes the window's end, reads it page by page, and gives
 * each row the offset to go on behind it. The offset is all the memory it needs. One thread at a
 * time.
 */
final class TableIntake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TableIntake.class);

  private final DatabaseConfig config;
  private final InstantSource system;
  private final ArrivalClock arrivals;
  private final Framing framing;
  private final OpenTransactions transactions;
  private final PersonalData guard;
  private DatabaseSession session;
  private RowMapping mapping;
  private Optional<TableOffset> offset;
  private Instant nextLook = Instant.MIN;
  private long number;
  private volatile Duration oldestOpen = Duration.ZERO;

  /**
   * An intake that goes on at an offset.
   *
   * @param stored what Connect has committed; empty at the first start
   */
  TableIntake(DatabaseConfig config, Optional<TableOffset> stored, InstantSource system) {
    this.config = config;
    this.offset = stored;
    this.system = system;
    this.arrivals =
        new ArrivalClock(config.events().recordedAt(), config.events().fixedClock(), system);
    this.framing = new Framing(config.events());
    this.transactions = new OpenTransactions(config.longTransaction());
    this.guard = new PersonalData(config.events().exempt());
  }

  /** The source partition of a table, as Kafka Connect stores it. */
  static Map<String, String> partition(String table) {
    return Map.of("table", table);
  }

  /** How long the oldest writing transaction of the source has been open, as far as is known. */
  Duration oldestOpen() {
    return oldestOpen;
  }

  /**
   * The records of the next page; empty when there is nothing to read yet. After a fault the same
   * page is read again.
   *
   * @throws SQLException when the database refuses or does not answer
   */
  List<SourceRecord> read() throws SQLException, IOException {
    if (session == null) {
      session = DatabaseSession.open(config);
      mapping = new RowMapping(config, session.table());
      goOnIn(session.cluster());
    }
    TableOffset at = offset.orElseThrow();
    if (at.open().isEmpty()) {
      Instant now = system.instant();
      if (now.isBefore(nextLook)) {
        return List.of();
      }
      at = at.opened(look(at, now));
    }
    List<DatabaseSession.Row> rows = session.page(at, config.pollMaxRecords());
    List<SourceRecord> records = new ArrayList<>(rows.size());
    for (DatabaseSession.Row row : rows) {
      TableOffset before = at;
      at = at.at(row.key());
      add(records, row, before, at);
    }
    if (rows.size() < config.pollMaxRecords()) {
      at = at.closed();
      nextLook = system.instant().plus(config.pollInterval());
    }
    offset = Optional.of(at);
    return records;
  }

  /** Lets go of the connection; {@link #read} logs in again. */
  void disconnect() {
    if (session != null) {
      session.close();
      session = null;
    }
  }

  @Override
  public void close() {
    try (framing) {
      disconnect();
    }
  }

  /** Numbers of transactions mean nothing in another cluster: there everything is new. */
  private void goOnIn(String cluster) {
    if (offset.isPresent() && !offset.get().cluster().equals(cluster)) {
      LOG.warn(
          "another database answers than before: table={} is read from the beginning; what is known"
              + " already is no news",
          config.table());
      offset = Optional.empty();
    }
    if (offset.isEmpty()) {
      offset = Optional.of(TableOffset.start(cluster));
    }
  }

  private Horizon look(TableOffset at, Instant now) throws SQLException {
    Horizon horizon = session.horizon();
    Optional<Horizon> before = at.before();
    if (before.isPresent() && horizon.xmax() < before.get().xmax()) {
      // Set back to a backup: the numbers that were seen will be given out a second time.
      offset = Optional.of(TableOffset.start(at.cluster()));
      disconnect();
      throw new SQLException("the database was set back; it is read from the beginning", "57P03");
    }
    oldestOpen = transactions.age(horizon, now);
    if (transactions.isNewlyLong(oldestOpen)) {
      LOG.warn(
          "a writing transaction of the source is open for long: id={} minutes={}; its rows arrive"
              + " when it commits",
          horizon.xmin(),
          oldestOpen.toMinutes());
    }
    if (horizon.seen().size() >= DatabaseSession.MOST_SEEN) {
      LOG.warn(
          "too many transactions beside an open one: id={}; later rows of table={} wait until it"
              + " ends",
          horizon.xmin(),
          config.table());
    }
    return horizon;
  }

  /** Only the last record of a row says that the row is in the log. */
  private void add(
      List<SourceRecord> records, DatabaseSession.Row row, TableOffset before, TableOffset after) {
    checkKey(row);
    List<Mapped> all = mapping.map(row, ++number, arrivals.stamp());
    for (int i = 0; i < all.size(); i++) {
      Framed framed = framing.frame(all.get(i));
      records.add(
          new SourceRecord(
              partition(config.table()),
              (i == all.size() - 1 ? after : before).toMap(),
              framed.topic(),
              null,
              Schema.BYTES_SCHEMA,
              framed.key(),
              Schema.BYTES_SCHEMA,
              framed.value()));
    }
  }

  /** Keys stand in Connect's offsets topic, where nothing personal may be. */
  private void checkKey(DatabaseSession.Row row) {
    for (int i = 0; i < row.key().size(); i++) {
      SourceTable.Column column = session.table().key().get(i);
      if (!column.isPlainId() && guard.isIn(row.key().get(i))) {
        throw new ConnectException(
            "database.key.columns: a value of column "
                + column.name()
                + " looks like an identity number, a phone number or an e-mail address, and keys"
                + " are kept in Connect's offsets; name the columns of another unique key, or"
                + " exempt it in personal.data.exempt.patterns");
      }
    }
  }
}
