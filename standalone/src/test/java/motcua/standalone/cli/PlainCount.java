package motcua.standalone.cli;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of a report counted plainly, dossier by dossier, from the events known on its cut: a
 * second telling of ledger.md 3 to 5 for receptions, suspensions without a new due, digitisation
 * and completions. Cuts before the period's last day are not counted here.
 */
final class PlainCount {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Where a dossier stands at the end of a day. */
  private enum Place {
    OPEN,
    SUSPENDED,
    CLOSED
  }

  /**
   * An event as the source tells it.
   *
   * @param recorded when it became known
   * @param content unit, channel, dueAt or components of a canonical event
   */
  record Told(
      String dossier,
      String type,
      Instant occurred,
      Instant recorded,
      Map<String, String> content) {
    LocalDate day() {
      return dayOf(occurred);
    }

    private LocalDate dueDay() {
      return dayOf(Instant.parse(content.get("dueAt")));
    }
  }

  /** A weekday off, known from a day on. */
  record Holiday(LocalDate day, LocalDate knownFrom) {}

  private final List<List<Told>> dossiers;
  private final List<Holiday> holidays;

  PlainCount(Collection<Told> told, List<Holiday> holidays) {
    this.dossiers =
        List.copyOf(
            told.stream()
                .sorted(Comparator.comparing(Told::occurred))
                .collect(Collectors.groupingBy(Told::dossier))
                .values());
    this.holidays = holidays;
  }

  static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** Columns that are not 0, by unit. */
  Map<String, Map<String, Integer>> rows(LocalDate from, LocalDate to, LocalDate cut) {
    Map<String, Map<String, Integer>> rows = new TreeMap<>();
    for (List<Told> all : dossiers) {
      List<Told> known = all.stream().filter(e -> !dayOf(e.recorded).isAfter(cut)).toList();
      known.stream()
          .filter(e -> e.type.equals("RECEIVED") && !e.day().isAfter(to))
          .findFirst()
          .ifPresent(
              reception -> {
                Map<String, Integer> row =
                    rows.computeIfAbsent(reception.content.get("unit"), unit -> new TreeMap<>());
                columns(known, reception, from, to, cut)
                    .forEach(column -> row.merge(column, 1, Integer::sum));
              });
    }
    rows.values().removeIf(Map::isEmpty);
    return rows;
  }

  private Stream<String> columns(
      List<Told> known, Told reception, LocalDate from, LocalDate to, LocalDate cut) {
    Stream.Builder<String> columns = Stream.builder();
    if (reception.day().isBefore(from)) {
      if (new Life(known, from.minusDays(1), cut).place != Place.CLOSED) {
        columns.add("carriedOver");
      }
    } else {
      String channel = reception.content.get("channel");
      columns.add("received");
      columns.add("received" + channel.charAt(0) + channel.substring(1).toLowerCase());
      known.stream()
          .filter(e -> e.type.equals("COMPONENTS_DIGITISED"))
          .reduce((earlier, later) -> later)
          .map(e -> e.content.get("components"))
          .filter(components -> !components.equals("NONE"))
          .ifPresent(
              components ->
                  columns.add(
                      "components" + (components.equals("FULL") ? "Digitised" : "Partial")));
    }
    Life life = new Life(known, to, cut);
    switch (life.place) {
      case OPEN -> columns.add(life.due.isBefore(to) ? "openOverdue" : "openInTime");
      case SUSPENDED -> columns.add("suspended");
      case CLOSED -> closed(life, reception, from).forEach(columns);
    }
    return columns.build();
  }

  private static Stream<String> closed(Life life, Told reception, LocalDate from) {
    Stream.Builder<String> columns = Stream.builder();
    if (!life.since.isBefore(from)) {
      int late = life.since.compareTo(life.due);
      columns.add(late < 0 ? "closedEarly" : late == 0 ? "closedOnTime" : "closedLate");
      if (life.since.equals(reception.day())) {
        columns.add("sameDay");
      }
      if (life.since.isAfter(reception.dueDay())) {
        columns.add("lateFirstDue");
      }
    }
    return columns.build();
  }

  /** One dossier up to the end of a day, as known on a cut. */
  private final class Life {
    private final LocalDate cut;
    private Place place;
    private LocalDate due;
    private LocalDate since;

    Life(List<Told> known, LocalDate last, LocalDate cut) {
      this.cut = cut;
      known.stream().filter(e -> !e.day().isAfter(last)).forEach(this::live);
    }

    private void live(Told event) {
      if (place == null) {
        if (event.type.equals("RECEIVED")) {
          enter(Place.OPEN, event);
          due = event.dueDay();
        }
      } else if (place != Place.CLOSED) {
        boolean resumes = event.type.equals("RESUMED") || event.type.equals("COMPLETED");
        if (place == Place.SUSPENDED && resumes) {
          shift(event.day());
          enter(Place.OPEN, event);
        }
        if (place == Place.OPEN && event.type.equals("SUSPENDED")) {
          enter(Place.SUSPENDED, event);
        } else if (event.type.equals("COMPLETED")) {
          enter(Place.CLOSED, event);
        }
      }
    }

    private void enter(Place next, Told event) {
      place = next;
      since = event.day();
    }

    private void shift(LocalDate resumed) {
      long days = since.datesUntil(resumed).filter(this::isWorked).count();
      while (days > 0) {
        due = due.plusDays(1);
        days -= isWorked(due) ? 1 : 0;
      }
    }

    private boolean isWorked(LocalDate day) {
      return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
          && holidays.stream().noneMatch(off -> off.day.equals(day) && !off.knownFrom.isAfter(cut));
    }
  }
}
