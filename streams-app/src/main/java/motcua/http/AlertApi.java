package motcua.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import motcua.alert.UnknownAlertException;
import motcua.core.unit.Scope;
import motcua.core.unit.UnitTree;
import motcua.http.AlertViews.HistoryView;
import motcua.http.AlertViews.PageView;
import motcua.http.AlertViews.StepView;
import motcua.http.AlertViews.UnitHistoryView;
import motcua.readmodel.AlertAct;
import motcua.readmodel.AlertKind;
import motcua.readmodel.AlertPhase;
import motcua.readmodel.AlertQuery;
import motcua.readmodel.AlertReadModel;
import motcua.readmodel.AlertStanding;

/** Alerts and their history. */
final class AlertApi {
  /** Each alert is told with figures of now. */
  private static final int PAGE_SIZE = 10;

  private static final int STEPS_A_PAGE = 50;
  private static final int LAST_PAGE = 1_000_000;
  private static final Map<String, Set<AlertKind>> KINDS =
      words(AlertKind.class, Map.of("all", EnumSet.allOf(AlertKind.class)));
  private static final Map<String, Set<AlertPhase>> STATES =
      words(
          AlertPhase.class,
          Map.of("all", EnumSet.allOf(AlertPhase.class), "holding", AlertQuery.HOLDING));

  private final WebParts parts;
  private final AlertComposer composer;

  AlertApi(WebParts parts) {
    this.parts = parts;
    this.composer = new AlertComposer(parts);
  }

  private static <E extends Enum<E>> Map<String, Set<E>> words(
      Class<E> type, Map<String, Set<E>> more) {
    Map<String, Set<E>> words = new HashMap<>(more);
    Arrays.stream(type.getEnumConstants())
        .forEach(one -> words.put(one.name().toLowerCase(Locale.ROOT), Set.of(one)));
    return Map.copyOf(words);
  }

  /** {@code GET /api/alerts?scope=&state=&kind=&page=}. */
  void list(Context context) {
    Parameters parameters = Parameters.of(context, "scope", "state", "kind", "page");
    String code = parameters.text("scope").orElse(UnitTree.ALL);
    requireScope(code);
    Scope scope = parts.reference().units().scope(code, composer.today());
    var query =
        new AlertQuery(
            scope,
            parameters.word("kind", EnumSet.allOf(AlertKind.class), KINDS),
            parameters.word("state", AlertQuery.HOLDING, STATES));
    int page = parameters.number("page", 1, 1, LAST_PAGE);
    Map<String, AlertAct> waiting = parts.alerts().handling().waiting();
    Responses.json(
        context,
        new PageView(
            code,
            Responses.time(composer.now()),
            page,
            PAGE_SIZE,
            alerts().count(query),
            alerts().alerts(query, (page - 1) * PAGE_SIZE, PAGE_SIZE).stream()
                .map(alert -> composer.view(alert, waiting.get(alert.last().alert())))
                .toList()));
  }

  private void requireScope(String code) {
    if (!parts.reference().units().isScope(code)) {
      throw LiveApi.unknownScope(code);
    }
  }

  /** {@code GET /api/alerts/{id}}: all its transitions, and who did what. */
  void get(Context context) {
    Parameters.of(context);
    String id = context.pathParam("id");
    AlertStanding alert = alerts().find(id).orElseThrow(() -> new UnknownAlertException(id));
    Responses.json(
        context,
        new HistoryView(
            composer.view(alert, parts.alerts().handling().waiting().get(id)),
            steps(alerts().history(id))));
  }

  private static List<StepView> steps(List<motcua.readmodel.AlertStep> history) {
    return history.stream().map(StepView::of).toList();
  }

  /** {@code GET /api/units/{code}/alerts?page=}: what was told of a unit, the latest first. */
  void ofUnit(Context context) {
    int page = Parameters.of(context, "page").number("page", 1, 1, LAST_PAGE);
    String code = context.pathParam("code");
    requireScope(code);
    Responses.json(
        context,
        new UnitHistoryView(
            code,
            parts.alerts().briefings().name(code),
            page,
            STEPS_A_PAGE,
            alerts().countHistoryOf(code),
            steps(alerts().historyOf(code, (page - 1) * STEPS_A_PAGE, STEPS_A_PAGE))));
  }

  private AlertReadModel alerts() {
    return parts.alerts().alerts();
  }
}
