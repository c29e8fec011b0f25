package motcua.snapshot;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;
import motcua.core.snapshot.CellChange;
import motcua.core.snapshot.CellChanges;
import motcua.core.snapshot.PublicationRules;
import motcua.core.snapshot.Refusal;
import motcua.core.snapshot.RevisionKind;
import motcua.core.snapshot.RowKey;
import motcua.readmodel.Snapshot;
import motcua.readmodel.SnapshotAct;
import motcua.readmodel.SnapshotHead;
import motcua.readmodel.SnapshotStore;
import motcua.readmodel.SnapshotSubject;
import motcua.report.Report;
import motcua.report.ReportJson;
import motcua.report.ReportRequest;
import motcua.report.Reports;

/** Draws snapshots, publishes and revises them. Nothing is published by itself. Thread-safe. */
public final class Snapshots {
  /** What is kept never changes, so that a copy in memory cannot be stale. */
  private static final long RECENT_BYTES = 64 << 20;

  private static final int BYTES_A_ROW = 400;

  private final Reports reports;
  private final SnapshotStore store;
  private final Books books;
  private final InstantSource clock;
  private final int generation;
  private final Cache<Long, Snapshot> recent =
      CacheBuilder.newBuilder()
          .maximumWeight(RECENT_BYTES)
          .weigher((Long id, Snapshot snapshot) -> weight(snapshot))
          .build();

  /**
   * @param books settled before anything final is drawn
   * @param clock decides which days are closed
   * @param generation of the ledger that {@code reports} draws from
   */
  public Snapshots(
      Reports reports, SnapshotStore store, Books books, InstantSource clock, int generation) {
    this.reports = Objects.requireNonNull(reports, "reports");
    this.store = Objects.requireNonNull(store, "store");
    this.books = Objects.requireNonNull(books, "books");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.generation = generation;
  }

  /** Draws a provisional snapshot, of any period and cut, and keeps it. */
  public Snapshot prepare(Order order) {
    Instant now = clock.instant();
    LocalDate cut = cut(order, now);
    return store
        .keep(draw(order, cut, Version.PROVISIONAL, now), SnapshotAct.Kind.PREPARED)
        .orElseThrow();
  }

  /**
   * Publishes the first version.
   *
   * @throws BooksBehindException when the read model has not caught up
   * @throws RefusedException saying why not
   */
  public Snapshot publish(Order order) {
    return publish(order, false);
  }

  /**
   * The same.
   *
   * @param overlapping whether the period may share days with a published one that neither holds it
   *     nor lies in it
   */
  public Snapshot publish(Order order, boolean overlapping) {
    Instant now = clock.instant();
    LocalDate cut = cut(order, now);
    int latest = store.latest(order.subject()).map(SnapshotHead::version).orElse(0);
    refuse(
        PublicationRules.publishing(
                order.subject().period(), cut, PublicationRules.lastClosedDay(now), latest)
            .or(() -> overlapping ? Optional.empty() : overlap(order.subject())),
        order.author(),
        order.subject(),
        null,
        now);
    books.settle();
    return store
        .keep(draw(order, cut, Version.FIRST, now), SnapshotAct.Kind.PUBLISHED)
        .orElseThrow(
            () -> refused(Refusal.ALREADY_PUBLISHED, order.author(), order.subject(), null, now));
  }

  /**
   * Publishes the next version of a published snapshot.
   *
   * @param cut null: the last closed day
   * @throws UnknownSnapshotException when there is none
   * @throws RefusedException saying why not
   * @throws BooksBehindException when the read model has not caught up
   */
  public Snapshot revise(long id, LocalDate cut, RevisionKind kind, String reason, String author) {
    Instant now = clock.instant();
    Snapshot revised = find(id);
    SnapshotHead head = revised.head();
    SnapshotSubject subject = head.subject();
    LocalDate lastClosed = PublicationRules.lastClosedDay(now);
    Order order = new Order(subject, cut == null ? lastClosed : cut, head.form(), author);
    refuse(
        PublicationRules.revising(
            subject.period(),
            order.cut(),
            lastClosed,
            head.version(),
            head.cut(),
            store.latest(subject).map(SnapshotHead::version).orElse(0)),
        author,
        subject,
        id,
        now);
    books.settle();
    Snapshot next =
        draw(order, order.cut(), new Version(head.version() + 1, id, kind, reason), now);
    if (CellChanges.between(revised.rows(), next.rows()).isEmpty()) {
      throw refused(Refusal.NOTHING_CHANGED, author, subject, id, now);
    }
    return store
        .keep(next, SnapshotAct.Kind.REVISED)
        .orElseThrow(() -> refused(Refusal.NOT_THE_LATEST, author, subject, id, now));
  }

  /**
   * A snapshot.
   *
   * @throws UnknownSnapshotException when there is none
   */
  public Snapshot find(long id) {
    Snapshot known = recent.getIfPresent(id);
    if (known == null) {
      known = store.find(id).orElseThrow(() -> new UnknownSnapshotException(id));
      recent.put(id, known);
    }
    return known;
  }

  private static int weight(Snapshot snapshot) {
    return snapshot.body().length + BYTES_A_ROW * snapshot.rows().size();
  }

  /** Whether there is any snapshot of a subject, provisional ones included. */
  public boolean exists(SnapshotSubject subject) {
    return store.exists(subject);
  }

  /** Heads of all, the latest made first. */
  public List<SnapshotHead> list(int offset, int limit) {
    return store.list(offset, limit);
  }

  /** What was done with a snapshot, in order. */
  public List<SnapshotAct> acts(long id) {
    return store.acts(id);
  }

  /** What a version changed in the one before it; empty for a first one. */
  public List<CellChange> changes(Snapshot snapshot) {
    Long before = snapshot.head().revises();
    return before == null ? List.of() : CellChanges.between(find(before).rows(), snapshot.rows());
  }

  /**
   * What became known since a version was published and would change it, on the last closed day. An
   * initial load changes nothing here; a version drawn from another generation of the ledger is
   * compared as a whole.
   *
   * @throws UnknownSnapshotException when there is no snapshot of this id
   */
  public Proposal proposal(long id) {
    Snapshot published = find(id);
    SnapshotHead head = published.head();
    LocalDate cut = PublicationRules.lastClosedDay(clock.instant());
    if (head.version() == 0 || !cut.isAfter(head.cut())) {
      return new Proposal(head, cut, List.of());
    }
    Map<RowKey, ReportRow> now;
    if (head.generation() == generation) {
      now = new HashMap<>(published.rows());
      reports
          .learnedAfter(head.cut(), request(head.subject(), cut))
          .forEach((row, learned) -> now.merge(row, learned, ReportRow::plus));
    } else {
      now = rows(reports.draw(request(head.subject(), cut)));
    }
    return new Proposal(head, cut, CellChanges.between(published.rows(), now));
  }

  private Optional<Refusal> overlap(SnapshotSubject subject) {
    return PublicationRules.overlapping(subject.period(), store.published(subject));
  }

  private static LocalDate cut(Order order, Instant now) {
    return order.cut() == null ? PublicationRules.lastClosedDay(now) : order.cut();
  }

  private void refuse(
      Optional<Refusal> refusal, String author, SnapshotSubject subject, Long id, Instant now) {
    if (refusal.isPresent()) {
      throw refused(refusal.get(), author, subject, id, now);
    }
  }

  private RefusedException refused(
      Refusal refusal, String author, SnapshotSubject subject, Long id, Instant now) {
    store.note(
        new SnapshotAct(now, author, SnapshotAct.Kind.REFUSED, id, refusal + ": " + subject));
    return new RefusedException(refusal);
  }

  private record Version(int number, Long revises, RevisionKind kind, String reason) {
    static final Version PROVISIONAL = new Version(0, null, null, null);
    static final Version FIRST = new Version(1, null, null, null);
  }

  private Snapshot draw(Order order, LocalDate cut, Version version, Instant now) {
    Report report = reports.draw(request(order.subject(), cut));
    byte[] body = ReportJson.canonicalBytes(report);
    SnapshotHead head =
        new SnapshotHead(
            0,
            order.subject(),
            version.number,
            version.revises,
            cut,
            generation,
            report.policy().name(),
            report.versions().unitTree(),
            report.versions().calendar(),
            report.versions().procedures(),
            order.form(),
            version.kind,
            version.reason,
            order.author(),
            now);
    return new Snapshot(head, body, sha256(body), rows(report));
  }

  private static ReportRequest request(SnapshotSubject subject, LocalDate cut) {
    Period period = subject.period();
    return new ReportRequest(subject.scope(), period.from(), period.to(), cut, subject.by());
  }

  private static Map<RowKey, ReportRow> rows(Report report) {
    Map<RowKey, ReportRow> rows = new HashMap<>();
    report.rows().forEach(row -> rows.put(new RowKey(row.unit(), row.part()), row.figures()));
    rows.put(RowKey.TOTAL, report.total());
    return rows;
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
