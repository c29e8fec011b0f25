package motcua.core.notice;

import static motcua.core.notice.NoticeChannel.ALERTMANAGER;
import static motcua.core.notice.NoticeChannel.EMAIL;
import static motcua.core.notice.NoticeChannel.WEBHOOK;
import static motcua.core.notice.NoticeChannel.ZALO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.alert.Transition.Kind;
import motcua.core.calendar.CalendarTable;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.unit.UnitTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gets what, and when. */
class NoticeTest {
  private static final UnitTree UNITS =
      UnitTree.parse(
              """
              code,name,parent,validFrom,validTo,headName,headEmail
              T,Tỉnh,,,,,chair@t.test
              H,Huyện,T,,,,head@h.test
              X,Xã X,H,,2026-03-31,,old@x.test
              X,Xã X,H,2026-04-01,,,new@x.test
              Y,Xã Y,H,,,,
              Y1,Thôn Y1,Y,,,,
              Z,Xã Z,H,,2026-02-28,,gone@z.test
              R,Riêng,,,,,
              """)
          .orElseThrow();

  /** 10 March 2026 is a Tuesday; 14 March, a Saturday, is worked; 16 March, a Monday, is not. */
  private static final WorkingCalendar CALENDAR = calendar();

  private static final Instant TUESDAY = local("2026-03-10T10:00");

  private static WorkingCalendar calendar() {
    var read =
        (CalendarTable.Outcome.Read)
            CalendarTable.parse(
                List.of("date,kind,name", "2026-03-14,work,Làm bù", "2026-03-16,off,Nghỉ"));
    return read.calendar();
  }

  private static Instant local(String text) {
    return Instant.parse(text + ":00+07:00");
  }

  private static NoticePlanner planner(Contacts contacts, Set<NoticeChannel> channels) {
    return new NoticePlanner(
        new Directory(UNITS, contacts, channels, Optional.of("operator@t.test")),
        new Timetable(NoticeRules.USUAL, CALENDAR));
  }

  private static Transition step(String rule, String unit, Kind kind, Severity severity) {
    return step(rule, unit, kind, severity, TUESDAY, false);
  }

  private static Transition step(
      String rule, String unit, Kind kind, Severity severity, Instant at, boolean backfill) {
    return new Transition(
        rule,
        unit,
        "LEGAL_QUARTER",
        LocalDate.of(2025, 12, 15),
        1,
        kind,
        severity,
        null,
        new AlertFigures(10, 100, 0, 0),
        Transition.CLOCK,
        at,
        backfill,
        null,
        null);
  }

  private static Notice only(Transition step, Instant now) {
    List<Notice> notices = planner(Contacts.NONE, Set.of(EMAIL)).plan(step, now);
    assertEquals(1, notices.size(), notices.toString());
    return notices.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "X,  2026-03-10T10:00, RAISED,    old@x.test",
    "X,  2026-04-01T10:00, RAISED,    new@x.test",
    "Y,  2026-03-10T10:00, RAISED,    head@h.test",
    "Y1, 2026-03-10T10:00, RAISED,    head@h.test",
    "Z,  2026-03-10T10:00, RAISED,    head@h.test",
    "R,  2026-03-10T10:00, RAISED,    operator@t.test",
    "UNKNOWN/Q, 2026-03-10T10:00, RAISED, operator@t.test",
    "X,  2026-03-10T10:00, ESCALATED, head@h.test",
    "Y,  2026-03-10T10:00, ESCALATED, chair@t.test",
    "T,  2026-03-10T10:00, ESCALATED, operator@t.test",
  })
  void shouldTellTheHeadOfTheDayOrTheNearestAbove(
      String unit, String now, Kind kind, String expected) {
    Instant at = local(now);

    Notice notice = only(step("late@1", unit, kind, Severity.SURE, at, false), at);

    assertEquals(new Addressee(EMAIL, expected), notice.to());
  }

  @Test
  void shouldTellTheOperatorOfASilentSourceWhateverItsName() {
    Notice notice = only(step(Transition.SOURCE_SILENT, "X", Kind.RAISED, null), TUESDAY);

    assertEquals("operator@t.test", notice.to().address());
    assertEquals(new Manner.AtOnce(TUESDAY), notice.manner());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void shouldTellAtOnceWhatIsSureAndNewAndTheRestInTheDigest(Kind kind) {
    boolean urgent =
        Set.of(Kind.RAISED, Kind.WORSENED, Kind.ESCALATED, Kind.CLEARED).contains(kind);
    Manner digest = new Manner.InDigest(LocalDate.of(2026, 3, 11), local("2026-03-11T07:30"));

    assertEquals(
        urgent ? new Manner.AtOnce(TUESDAY) : digest,
        only(step("late@1", "X", kind, Severity.SURE), TUESDAY).manner());
    assertEquals(digest, only(step("late@1", "X", kind, Severity.LIKELY), TUESDAY).manner());
    assertEquals(
        new Manner.AtOnce(TUESDAY),
        only(step(Transition.LATE_REWRITTEN, "X", kind, null), TUESDAY).manner());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T06:59, 2026-03-10T07:00",
    "2026-03-10T07:00, 2026-03-10T07:00",
    "2026-03-10T20:59, 2026-03-10T20:59",
    "2026-03-10T21:00, 2026-03-11T07:00",
    "2026-03-13T23:00, 2026-03-14T07:00",
    "2026-03-14T12:00, 2026-03-14T12:00",
    "2026-03-14T21:30, 2026-03-17T07:00",
    "2026-03-15T12:00, 2026-03-17T07:00",
    "2026-03-16T06:00, 2026-03-17T07:00",
  })
  void shouldHoldUrgentOnesOverQuietHoursAndDaysOff(String now, String due) {
    Instant at = local(now);

    Notice notice = only(step("late@1", "X", Kind.RAISED, Severity.SURE, at, false), at);

    assertEquals(new Manner.AtOnce(local(due)), notice.manner());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T07:29, 2026-03-10",
    "2026-03-10T07:30, 2026-03-11",
    "2026-03-13T08:00, 2026-03-14",
    "2026-03-14T08:00, 2026-03-17",
  })
  void shouldPutTheRestIntoTheNextDigestOfAWorkingDay(String now, LocalDate day) {
    Instant at = local(now);

    Notice notice = only(step("late@1", "X", Kind.RAISED, Severity.LIKELY, at, false), at);

    assertEquals(new Manner.InDigest(day, local(day + "T07:30")), notice.manner());
  }

  @Test
  void shouldTellSystemsAtOnceAndWithoutQuietHours() {
    Instant night = local("2026-03-15T02:00");

    Map<NoticeChannel, Manner> manners =
        planner(Contacts.NONE, Set.of(EMAIL, WEBHOOK, ALERTMANAGER))
            .plan(step("late@1", "X", Kind.REMINDED, Severity.LIKELY, night, false), night)
            .stream()
            .collect(Collectors.toMap(notice -> notice.to().channel(), Notice::manner));

    assertEquals(new Manner.AtOnce(night), manners.get(WEBHOOK));
    assertEquals(new Manner.AtOnce(night), manners.get(ALERTMANAGER));
    assertEquals(
        new Manner.InDigest(LocalDate.of(2026, 3, 17), local("2026-03-17T07:30")),
        manners.get(EMAIL));
  }

  @Test
  void shouldDropWhatIsNoNewsAndSayWhy() {
    Transition backfill = step("late@1", "X", Kind.RAISED, Severity.SURE, TUESDAY, true);
    Transition fresh = step("late@1", "X", Kind.RAISED, Severity.SURE);

    assertEquals(new Manner.Dropped(Manner.Reason.BACKFILL), only(backfill, TUESDAY).manner());
    Instant threeDays = TUESDAY.plus(Duration.ofDays(3));
    assertEquals(new Manner.AtOnce(threeDays), only(fresh, threeDays).manner());
    assertEquals(
        new Manner.Dropped(Manner.Reason.TOO_OLD), only(fresh, threeDays.plusMillis(1)).manner());
  }

  @Test
  void shouldLeaveATraceOfWhatNobodyIsToldOf() {
    var nobody =
        new NoticePlanner(
            new Directory(UNITS, Contacts.NONE, Set.of(EMAIL), Optional.empty()),
            new Timetable(NoticeRules.USUAL, CALENDAR));

    List<Notice> notices = nobody.plan(step("late@1", "R", Kind.RAISED, Severity.SURE), TUESDAY);

    assertEquals(
        List.of(new Manner.Dropped(Manner.Reason.NO_ADDRESSEE)),
        notices.stream().map(Notice::manner).toList());
  }

  @Test
  void shouldReachAHeadOverZaloWhileTheContactIsValid() {
    Contacts contacts =
        Contacts.parse(
                """
                unit,channel,address,validFrom,validTo
                X,zalo,4711,2026-03-01,2026-03-10
                Y,zalo,4712,,
                """)
            .orElseThrow();
    NoticePlanner planner = planner(contacts, Set.of(EMAIL, ZALO));

    assertEquals(
        Set.of(new Addressee(EMAIL, "old@x.test"), new Addressee(ZALO, "4711")),
        to(planner.plan(step("late@1", "X", Kind.RAISED, Severity.SURE), TUESDAY)));
    assertEquals(
        Set.of(new Addressee(ZALO, "4712")),
        to(planner.plan(step("late@1", "Y1", Kind.RAISED, Severity.SURE), TUESDAY)));
    Instant later = TUESDAY.plus(Duration.ofDays(1));
    assertEquals(
        Set.of(new Addressee(EMAIL, "old@x.test")),
        to(planner.plan(step("late@1", "X", Kind.RAISED, Severity.SURE), later)));
  }

  private static Set<Addressee> to(List<Notice> notices) {
    return notices.stream().map(Notice::to).collect(Collectors.toSet());
  }

  @Test
  void shouldNameEveryLineOfContactsThatIsWrong() {
    String csv =
        """
        unit,channel,address
        X,email,a@b.test
        ,zalo,1
        X,zalo,2
        X,zalo,2
        """;

    String message =
        assertThrows(IllegalArgumentException.class, () -> Contacts.parse(csv).orElseThrow())
            .getMessage();

    assertEquals(
        "line 2: channel is not zalo (e-mail addresses stand in units.csv); line 3: no unit;"
            + " line 5: validity overlaps that of another line with this address",
        message);
  }

  @Test
  void shouldGiveEachHeadTheUnitsTheyStandFor() {
    Map<Addressee, Set<String>> heads =
        new Directory(UNITS, Contacts.NONE, Set.of(EMAIL), Optional.empty())
            .heads(LocalDate.of(2026, 3, 10));

    assertEquals(
        Map.of(
            new Addressee(EMAIL, "chair@t.test"), Set.of("T"),
            new Addressee(EMAIL, "head@h.test"), Set.of("H", "Y", "Y1", "Z"),
            new Addressee(EMAIL, "old@x.test"), Set.of("X")),
        heads);
  }

  @Test
  void shouldWaitTwiceAsLongEachTimeUpToALimit() {
    var backoff = new Backoff(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofDays(3));

    List<Long> waits =
        List.of(1, 2, 3, 4, 5, 80).stream()
            .map(attempts -> Duration.between(TUESDAY, backoff.next(attempts, TUESDAY)).toSeconds())
            .toList();

    assertEquals(List.of(5L, 10L, 20L, 40L, 60L, 60L), waits);
    assertTrue(backoff.isOver(TUESDAY, TUESDAY.plus(Duration.ofDays(3)).plusMillis(1)));
  }
}
