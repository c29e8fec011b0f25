package motcua.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.notice.AlertFacts;
import motcua.core.notice.AlertLetter;
import motcua.core.notice.Message;
import motcua.readmodel.Delivery;

/**
 * Alerts as Alertmanager's API, version 2, takes them. It knows an alert by its labels: a posting
 * that comes again changes nothing.
 */
public final class AlertmanagerText implements Composer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FactsReader facts;

  /** Takes names and links from here. */
  public AlertmanagerText(FactsReader facts) {
    this.facts = Objects.requireNonNull(facts, "facts");
  }

  @Override
  public Optional<Message> compose(Delivery delivery, Instant now) {
    Transition step = delivery.transitions().getFirst();
    return Optional.of(new Message(step.kind().name(), of(List.of(step)), ""));
  }

  /** A posting of the alerts as these transitions left them. */
  String of(Collection<Transition> steps) {
    ArrayNode alerts = JSON.createArrayNode();
    for (Transition step : steps) {
      state(alerts, step, step);
    }
    return written(alerts);
  }

  /**
   * A posting of an alert for a step that comes late: as its last step left it. What the late step
   * began or strengthened is over.
   */
  String of(Transition late, Transition last) {
    ArrayNode alerts = JSON.createArrayNode();
    state(alerts, late, last);
    return written(alerts);
  }

  private void state(ArrayNode alerts, Transition step, Transition last) {
    boolean wasLikely = step.severity() == Severity.LIKELY || isWorsened(step) || isWorsened(last);
    if (wasLikely && last.severity() == Severity.SURE) {
      // The severity is a label: to Alertmanager the likely one was another alert.
      alert(alerts.addObject(), last, Severity.LIKELY, Optional.of(last.at()));
    }
    Optional<Instant> end =
        last.kind() == Transition.Kind.CLEARED ? Optional.of(last.at()) : Optional.empty();
    alert(alerts.addObject(), last, last.severity(), end);
  }

  private static boolean isWorsened(Transition step) {
    return step.kind() == Transition.Kind.WORSENED;
  }

  private static String written(ArrayNode alerts) {
    try {
      return JSON.writeValueAsString(alerts);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException("a tree of values can be written", never);
    }
  }

  private void alert(ObjectNode alert, Transition step, Severity severity, Optional<Instant> end) {
    AlertFacts told = facts.brief(step);
    ObjectNode labels = alert.putObject("labels");
    labels.put("alertname", name(step));
    labels.put("unit", step.scope());
    labels.put("rule", step.rule());
    if (severity != null) {
      labels.put("severity", severity.name());
    }
    if (step.dossier() != null) {
      labels.put("dossier", step.dossier());
    }
    ObjectNode annotations = alert.putObject("annotations");
    Message letter = AlertLetter.of(told);
    annotations.put("summary", letter.subject());
    annotations.put("description", letter.plain());
    alert.put("startsAt", step.at().toString());
    end.ifPresent(at -> alert.put("endsAt", at.toString()));
    told.link().ifPresent(link -> alert.put("generatorURL", link));
  }

  private static String name(Transition step) {
    return switch (step.rule()) {
      case Transition.SOURCE_SILENT -> "MotcuaSourceSilent";
      case Transition.LATE_REWRITTEN -> "MotcuaLateRewritten";
      default -> "MotcuaLateRate";
    };
  }
}
