package motcua.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import motcua.core.alert.Transition;
import motcua.core.notice.AlertFacts;
import motcua.core.notice.Message;
import motcua.readmodel.Delivery;

/** A transition as JSON for another system: figures and codes, no people. */
public final class WebhookComposer implements Composer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FactsReader facts;

  /** A composer that takes names from here. */
  public WebhookComposer(FactsReader facts) {
    this.facts = Objects.requireNonNull(facts, "facts");
  }

  @Override
  public Optional<Message> compose(Delivery delivery, Instant now) {
    AlertFacts told = facts.brief(delivery.transitions().getFirst());
    Transition step = told.step();
    ObjectNode json = JSON.createObjectNode();
    json.put("id", step.id());
    json.put("alert", step.alert());
    json.put("number", step.number());
    json.put("rule", step.rule());
    json.put("unit", step.scope());
    json.put("unitName", told.unit());
    json.put("window", step.window());
    json.put("windowFrom", step.windowFrom().toString());
    json.put("kind", step.kind().name());
    json.put("severity", step.severity() == null ? null : step.severity().name());
    json.put("reason", step.reason() == null ? null : step.reason().name());
    json.put("late", step.figures().late());
    json.put("dated", step.figures().dated());
    json.put("allowed", step.figures().allowed(told.threshold()));
    json.put("openInTime", step.figures().openInTime());
    json.put("openOverdue", step.figures().openOverdue());
    json.put("threshold", told.threshold());
    json.put("at", step.at().toString());
    json.put("until", step.until() == null ? null : step.until().toString());
    json.put("dossierId", step.dossier());
    json.put("link", told.link().orElse(null));
    return Optional.of(new Message(step.kind().name(), write(json), ""));
  }

  private static String write(ObjectNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException("a tree of values can be written", never);
    }
  }
}
