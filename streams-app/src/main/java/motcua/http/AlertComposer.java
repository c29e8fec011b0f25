package motcua.http;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import motcua.alert.Briefing;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.AlertRule;
import motcua.core.alert.Transition;
import motcua.core.calendar.VietnamDay;
import motcua.core.period.Period;
import motcua.http.AlertViews.AcknowledgementView;
import motcua.http.AlertViews.ActView;
import motcua.http.AlertViews.AlertView;
import motcua.http.AlertViews.FieldView;
import motcua.http.AlertViews.FiguresView;
import motcua.readmodel.AlertAct;
import motcua.readmodel.AlertKind;
import motcua.readmodel.AlertStanding;

/** Puts together what is said of one alert. */
final class AlertComposer {
  private final WebParts parts;

  AlertComposer(WebParts parts) {
    this.parts = parts;
  }

  /**
   * @param waiting the last act on it that is not settled yet; may be null
   */
  AlertView view(AlertStanding alert, AlertAct waiting) {
    Transition last = alert.last();
    Briefing briefing = parts.alerts().briefings().of(alert);
    LocalDate today = VietnamDay.of(parts.clock().instant());
    return new AlertView(
        last.alert(),
        word(alert.kind()),
        word(alert.phase()),
        last.severity(),
        last.rule(),
        last.scope(),
        alert.kind() == AlertKind.SILENT ? "" : parts.alerts().briefings().name(last.scope()),
        last.window(),
        last.windowFrom().toString(),
        briefing.period().map(period -> period.to().toString()).orElse(null),
        Responses.time(alert.since()),
        Responses.time(last.at()),
        last.reason(),
        last.dossier(),
        alert.acknowledgement().map(AcknowledgementView::of).orElse(null),
        waiting == null ? null : ActView.of(waiting),
        told(alert, briefing),
        briefing.now().map(now -> figures(now, lastDay(briefing, today), briefing)).orElse(null),
        briefing.now().isPresent() ? stale(last.scope(), today) : null,
        fields(briefing),
        briefing.toSave().stream()
            .map(line -> DossierView.of(line, parts.reference().units(), today))
            .toList(),
        links(alert, briefing, today));
  }

  private StaleView stale(String scope, LocalDate today) {
    return StaleView.of(parts.sources().coverage(), parts.reference().units().scope(scope, today));
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  /** Figures of the last transition; other kinds have none. */
  private FiguresView told(AlertStanding alert, Briefing briefing) {
    return alert.kind() == AlertKind.LATE
        ? figures(alert.last().figures(), VietnamDay.of(alert.last().at()), briefing)
        : null;
  }

  private FiguresView figures(AlertFigures figures, LocalDate day, Briefing briefing) {
    BigDecimal threshold = briefing.rule().map(AlertRule::threshold).orElse(null);
    return FiguresView.of(
        figures, day, threshold, briefing.forecast(figures, day, parts.reference().calendar()));
  }

  private static List<FieldView> fields(Briefing briefing) {
    return briefing.fields().stream()
        .map(field -> new FieldView(field.field(), field.name(), field.late(), field.dated()))
        .toList();
  }

  /** Where the dossiers behind the figures are listed. */
  private static Map<String, String> links(
      AlertStanding alert, Briefing briefing, LocalDate today) {
    Map<String, String> links = new LinkedHashMap<>();
    String id = encoded(alert.last().alert());
    links.put("history", "/api/alerts/" + id);
    String dossier = alert.last().dossier();
    if (dossier != null) {
      links.put("dossier", "/api/dossiers/" + encoded(dossier));
    }
    if (briefing.now().isPresent()) {
      String scope = "scope=" + encoded(alert.last().scope());
      LocalDate from = briefing.period().orElseThrow().from();
      String days = "&from=" + from + "&to=" + lastDay(briefing, today);
      links.put("late", "/api/report/dossiers?" + scope + "&column=closedLate" + days);
      links.put("fields", "/api/report?" + scope + days + "&by=field");
      links.put("overdue", "/api/overdue?" + scope);
      links.put("due", "/api/due?" + scope + "&withinWorkingDays=3");
    }
    return links;
  }

  /** The last day of the window to date. */
  private static LocalDate lastDay(Briefing briefing, LocalDate today) {
    LocalDate end = briefing.period().map(Period::to).orElse(today);
    return today.isBefore(end) ? today : end;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Local day of now. */
  LocalDate today() {
    return VietnamDay.of(now());
  }

  Instant now() {
    return parts.clock().instant();
  }
}
