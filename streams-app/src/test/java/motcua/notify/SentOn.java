package motcua.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import motcua.core.alert.Severity;

/** What an Alertmanager tells a webhook behind it: how often each alert began and ended. */
final class SentOn implements Function<HttpReceiver.Call, HttpReceiver.Answer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Integer> firing = new ConcurrentHashMap<>();
  private final Map<String, Integer> resolved = new ConcurrentHashMap<>();

  @Override
  public HttpReceiver.Answer apply(HttpReceiver.Call call) {
    try {
      for (JsonNode alert : JSON.readTree(call.body()).path("alerts")) {
        boolean isFiring = alert.path("status").asText().equals("firing");
        (isFiring ? firing : resolved).merge(name(alert), 1, Integer::sum);
      }
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(call.body(), fault);
    }
    return new HttpReceiver.Answer(200, "");
  }

  /** What an alert is called here. */
  static String name(JsonNode alert) {
    JsonNode labels = alert.path("labels");
    return name(labels.path("unit").asText(), labels.path("severity").asText());
  }

  /** What an alert of a unit is called here: to Alertmanager each severity is one of its own. */
  static String name(String unit, Severity severity) {
    return name(unit, severity.name());
  }

  private static String name(String unit, String severity) {
    return unit + " " + severity;
  }

  /** Begins told, by name. */
  Map<String, Integer> firing() {
    return new TreeMap<>(firing);
  }

  /** Ends told, by name. */
  Map<String, Integer> resolved() {
    return new TreeMap<>(resolved);
  }

  boolean isFiring(String name) {
    return firing.containsKey(name);
  }
}
