package motcua.live;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.Severity;
import motcua.core.alert.SilenceRule;
import motcua.core.alert.Transition;
import motcua.core.calendar.WorkingCalendar;
import motcua.core.policy.Policy;
import motcua.core.unit.ProcedureCatalogue;
import motcua.core.unit.UnitTree;
import motcua.coverage.Coverage;
import motcua.readmodel.AlertPhase;
import motcua.readmodel.AlertQuery;
import motcua.readmodel.AlertReadModel;
import motcua.readmodel.AlertStanding;
import motcua.readmodel.AlertStep;
import motcua.readmodel.SourceHearing;
import motcua.readmodel.SourceLine;
import motcua.readmodel.SourceReadModel;
import motcua.report.Reference;

/** What stands beside the read model of figures: a tree of five units, a clock, alerts, sources. */
final class FakeParts {
  /** A Monday. */
  static final Instant NOON = Instant.parse("2024-09-16T05:00:00Z");

  static final UnitTree TREE =
      UnitTree.parse(
              """
              code,name,parent,level,validFrom,validTo,successor,headName,headEmail
              H,Tỉnh,,tinh,,,,,
              A,Một,H,xa,,,,,
              B,Hai,H,xa,,,,,
              C,Ba,H,xa,,,,,
              D,Bốn,H,xa,,,,,
              """)
          .orElseThrow();

  private final FakeLive live;
  private final List<AlertStanding> alerts = new ArrayList<>();
  private volatile Instant now = NOON;
  private volatile List<SourceHearing> hearings = List.of();

  FakeParts(FakeLive live) {
    this.live = live;
  }

  InstantSource clock() {
    return () -> now;
  }

  void setTo(Instant moment) {
    now = moment;
  }

  /** The one source of unit A. */
  void heardAt(Instant moment) {
    hearings = List.of(new SourceHearing("one", Optional.of(moment), Map.of("A", moment)));
  }

  void alert(String unit, String severity, boolean frozen) {
    alerts.add(
        new AlertStanding(
            transition(unit, Severity.valueOf(severity)),
            frozen ? AlertPhase.FROZEN : AlertPhase.RAISED,
            NOON,
            Optional.empty()));
  }

  static Transition transition(String unit, Severity severity) {
    return new Transition(
        "late@default",
        unit,
        "LEGAL_QUARTER",
        LocalDate.of(2024, 9, 15),
        1,
        Transition.Kind.RAISED,
        severity,
        null,
        AlertFigures.NONE,
        "e",
        NOON,
        false,
        null,
        null);
  }

  Reference reference() {
    return new Reference(
        TREE, WorkingCalendar.WEEKDAYS_ONLY, ProcedureCatalogue.EMPTY, Policy.DEFAULT);
  }

  Coverage coverage() {
    return new Coverage(new Sources(), SilenceRule.DEFAULT, WorkingCalendar.WEEKDAYS_ONLY, clock());
  }

  FeedRounds rounds() {
    return new FeedRounds(live, new Alerts(), coverage(), reference(), clock());
  }

  Overviews overviews() {
    return new Overviews(live, new Alerts(), coverage(), reference(), clock());
  }

  private final class Sources implements SourceReadModel {
    @Override
    public List<SourceHearing> hearings() {
      return hearings;
    }

    @Override
    public List<SourceLine> sources(Instant at) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Map<String, Long>> marks() {
      throw new UnsupportedOperationException();
    }
  }

  private final class Alerts implements AlertReadModel {
    @Override
    public List<AlertStanding> alerts(AlertQuery query, int offset, int limit) {
      return List.copyOf(alerts);
    }

    @Override
    public long count(AlertQuery query) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<AlertStanding> find(String alert) {
      return alerts.stream().filter(one -> one.last().alert().equals(alert)).findFirst();
    }

    @Override
    public List<AlertStep> history(String alert) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<AlertStep> historyOf(String scope, int offset, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long countHistoryOf(String scope) {
      throw new UnsupportedOperationException();
    }
  }
}
