package motcua.audit.recount;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.policy.Policy;

/**
 * What the events known at the end of one day come to (ledger.md 3 and the table of counters in 4).
 * One object lives once.
 */
final class DossierLife {
  private static final String NONE = "";
  private static final String IN_TIME = "open_in_time";
  private static final String OVERDUE = "open_overdue";
  private static final String UNDATED = "open_undated";
  private static final String SUSPENDED = "suspended";
  private static final Set<String> OPEN = Set.of(IN_TIME, OVERDUE, UNDATED);

  /** A cell without its day of knowledge. */
  record Place(String unit, String field, String counterpart, LocalDate countsOn) {
    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::countsOn)
            .thenComparing(Place::unit)
            .thenComparing(Place::field)
            .thenComparing(Place::counterpart);

    Cell knownOn(LocalDate day) {
      return new Cell(unit, field, counterpart, countsOn, day);
    }
  }

  /** A close, and the day on which a reopening undid it, or null. */
  private record Close(
      String unit, String outcome, LocalDate day, boolean afterFirstDue, LocalDate undoneOn) {
    Close undone(LocalDate on) {
      return new Close(unit, outcome, day, afterFirstDue, on);
    }
  }

  private final LocalDate today;
  private final RecountRules rules;
  private final WorkingCalendar calendar;
  private final Map<Place, long[]> figures = new HashMap<>();
  private final Set<LocalDate> dueDays = new HashSet<>();
  private final List<Close> closes = new ArrayList<>();

  private Statement receipt;
  private String unit;
  private String field;
  private String bucket = NONE;
  private ZonedDateTime due;
  private LocalDate firstDueDay;
  private LocalDate suspendedOn;
  private boolean supplementAsked;
  private boolean resultDigitised;
  private boolean apologised;

  /**
   * @param events in force, in their order
   * @param today the day at whose end we stand: a due day runs out by the clock up to it
   */
  DossierLife(List<Statement> events, LocalDate today, RecountRules rules) {
    this.today = today;
    this.rules = rules;
    this.calendar = rules.calendar().asKnownOn(today);
    for (Statement event : events) {
      LocalDate day = event.occurredAt().toLocalDate();
      letDueRunOutBy(day);
      happen(event, day);
    }
    letDueRunOutBy(LocalDate.MAX);
    if (receipt != null) {
      countReceipt(events);
      closes.forEach(this::countClose);
    }
  }

  /** Everything counted, by cell. */
  Map<Place, long[]> figures() {
    return figures;
  }

  /** Each day that was its due day at some time. */
  Set<LocalDate> dueDays() {
    return dueDays;
  }

  private void happen(Statement event, LocalDate day) {
    if (receipt == null) {
      if (event.type().equals("RECEIVED")) {
        receive(event, day);
      }
      return;
    }
    switch (event.type()) {
      case "DUE_CHANGED" -> changeDue(event.dueAt(), day);
      case "SUSPENDED" -> suspend(event, day);
      case "RESUMED" -> {
        if (bucket.equals(SUSPENDED)) {
          resume(event.dueAt(), day);
        } else if (event.dueAt() != null) {
          changeDue(event.dueAt(), day);
        }
      }
      case "COMPLETED" -> {
        if (rules.policy().closes() == Policy.Closes.COMPLETED_OR_RETURNED) {
          close(null, event.occurredAt());
        }
      }
      case "RETURNED" -> close(null, event.occurredAt());
      case "REFUSED" -> close("refused", event.occurredAt());
      case "WITHDRAWN" -> close("withdrawn", event.occurredAt());
      case "REOPENED" -> reopen(day);
      case "TRANSFERRED" -> transfer(event.unit(), day);
      case "RESULT_DIGITISED" -> resultDigitised = true;
      case "APOLOGISED" -> apologised = true;
      default -> {} // a second RECEIVED; components and fees are looked up at the end
    }
  }

  private boolean isHeld() {
    return OPEN.contains(bucket) || bucket.equals(SUSPENDED);
  }

  private void receive(Statement event, LocalDate day) {
    receipt = event;
    unit = event.unit();
    field = event.field() == null ? "" : event.field();
    setDue(event.dueAt());
    count("received_" + event.channel().toLowerCase(java.util.Locale.ROOT), day, 1);
    moveTo(openBucketOn(day), day);
  }

  private void changeDue(ZonedDateTime newDue, LocalDate day) {
    if (isHeld()) {
      setDue(newDue);
      if (!bucket.equals(SUSPENDED)) {
        moveTo(openBucketOn(day), day);
      }
    }
  }

  private void suspend(Statement event, LocalDate day) {
    if (OPEN.contains(bucket)) {
      suspendedOn = day;
      supplementAsked = "SUPPLEMENT".equals(event.reason());
      moveTo(SUSPENDED, day);
    }
  }

  /** Policy supplement: SHIFT and RESTART put their own due in the place of a reported one. */
  private void resume(ZonedDateTime reported, LocalDate day) {
    Policy.Supplement policy =
        supplementAsked ? rules.policy().supplement() : Policy.Supplement.AS_REPORTED;
    if (due == null) {
      setDue(reported);
    } else if (policy == Policy.Supplement.RESTART) {
      long term = workingDays(receivedOn().plusDays(1), firstDueDay.plusDays(1));
      setDue(dueMovedTo(workingDayAfter(day, term)));
    } else if (policy == Policy.Supplement.AS_REPORTED && reported != null) {
      setDue(reported);
    } else {
      long suspended = workingDays(suspendedOn, day);
      setDue(dueMovedTo(workingDayAfter(due.toLocalDate(), suspended)));
    }
    moveTo(openBucketOn(day), day);
  }

  private void close(String outcome, ZonedDateTime at) {
    LocalDate day = at.toLocalDate();
    if (bucket.equals(SUSPENDED)) {
      resume(null, day);
    }
    if (OPEN.contains(bucket)) {
      String closed = outcome == null ? outcomeAt(at) : outcome;
      boolean afterFirstDue = firstDueDay != null && day.isAfter(firstDueDay);
      closes.add(new Close(unit, closed, day, afterFirstDue, null));
      moveTo(closed, day);
    }
  }

  private String outcomeAt(ZonedDateTime at) {
    if (due == null) {
      return "closed_undated";
    }
    LocalDate day = at.toLocalDate();
    LocalDate dueDay = due.toLocalDate();
    if (day.isBefore(dueDay)) {
      return "closed_early";
    }
    boolean late =
        switch (rules.policy().timeliness()) {
          case DAY -> day.isAfter(dueDay);
          case INSTANT -> at.isAfter(due);
        };
    return late ? "closed_late" : "closed_on_time";
  }

  private void reopen(LocalDate day) {
    if (!isHeld()) {
      closes.set(closes.size() - 1, closes.getLast().undone(day));
      moveTo(openBucketOn(day), day);
    }
  }

  private void transfer(String newUnit, LocalDate day) {
    if (isHeld() && !newUnit.equals(unit)) {
      String oldUnit = unit;
      add(new Place(oldUnit, field, newUnit, day), "transferred_out", 1);
      add(new Place(oldUnit, field, newUnit, day), bucket, -1);
      add(new Place(newUnit, field, oldUnit, day), "transferred_in", 1);
      add(new Place(newUnit, field, oldUnit, day), bucket, 1);
      unit = newUnit;
    }
  }

  /** At 00:00 after the due day, if that moment is not after the given day nor after today. */
  private void letDueRunOutBy(LocalDate day) {
    if (bucket.equals(IN_TIME)) {
      LocalDate overdueDay = due.toLocalDate().plusDays(1);
      if (!overdueDay.isAfter(day) && !overdueDay.isAfter(today)) {
        moveTo(OVERDUE, overdueDay);
      }
    }
  }

  private String openBucketOn(LocalDate day) {
    if (due == null) {
      return UNDATED;
    }
    return day.isAfter(due.toLocalDate()) ? OVERDUE : IN_TIME;
  }

  private void setDue(ZonedDateTime newDue) {
    due = newDue;
    if (newDue != null) {
      dueDays.add(newDue.toLocalDate());
      if (firstDueDay == null) {
        firstDueDay = newDue.toLocalDate();
      }
    }
  }

  private ZonedDateTime dueMovedTo(LocalDate day) {
    return day.atTime(due.toLocalTime()).atZone(LocalTimes.ZONE);
  }

  private long workingDays(LocalDate from, LocalDate before) {
    long days = 0;
    for (LocalDate day = from; day.isBefore(before); day = day.plusDays(1)) {
      days += calendar.isWorkingDay(day) ? 1 : 0;
    }
    return days;
  }

  private LocalDate workingDayAfter(LocalDate day, long n) {
    LocalDate moved = day;
    for (long left = n; left > 0; left -= calendar.isWorkingDay(moved) ? 1 : 0) {
      moved = moved.plusDays(1);
    }
    return moved;
  }

  private LocalDate receivedOn() {
    return receipt.occurredAt().toLocalDate();
  }

  private void moveTo(String target, LocalDate day) {
    if (!target.equals(bucket)) {
      if (!bucket.equals(NONE)) {
        count(bucket, day, -1);
      }
      count(target, day, 1);
      bucket = target;
    }
  }

  private void count(String column, LocalDate day, int sign) {
    add(new Place(unit, field, "", day), column, sign);
  }

  private void add(Place place, String column, int sign) {
    figures
            .computeIfAbsent(place, p -> new long[Figures.COLUMNS.size()])[
            Figures.indexOf(column)] +=
        sign;
  }

  /** Receiving counters stand in the books of the unit that received, on the day of receipt. */
  private void countReceipt(List<Statement> events) {
    String components = null;
    boolean paid = false;
    boolean paidOnline = false;
    for (Statement event : events) {
      if (event.type().equals("COMPONENTS_DIGITISED")) {
        components = event.components();
      } else if (event.type().equals("FEE_PAID")) {
        paid = true;
        paidOnline |= event.online();
      }
    }
    Place place = new Place(receipt.unit(), field, "", receivedOn());
    if ("FULL".equals(components)) {
      add(place, "components_digitised", 1);
    } else if ("PARTIAL".equals(components)) {
      add(place, "components_partial", 1);
    }
    if (paid) {
      add(place, "fee_paid", 1);
    }
    if (paidOnline) {
      add(place, "fee_paid_online", 1);
    }
  }

  private void countClose(Close close) {
    boolean withResult = close.outcome().startsWith("closed_");
    boolean dated = withResult && !close.outcome().equals("closed_undated");
    countClosing(close, "results_digitised", withResult && resultDigitised);
    countClosing(close, "late_apologised", close.outcome().equals("closed_late") && apologised);
    countClosing(close, "same_day", withResult && close.day().equals(receivedOn()));
    countClosing(close, "late_first_due", dated && close.afterFirstDue());
  }

  /** A reopening takes a closing counter back on its own day. */
  private void countClosing(Close close, String column, boolean counts) {
    if (counts) {
      add(new Place(close.unit(), field, "", close.day()), column, 1);
      if (close.undoneOn() != null) {
        add(new Place(close.unit(), field, "", close.undoneOn()), column, -1);
      }
    }
  }
}
