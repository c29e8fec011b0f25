package motcua.http;

import java.util.Objects;
import motcua.alert.Briefings;
import motcua.alert.Handling;
import motcua.readmodel.AlertReadModel;

/** What alerts are served from. */
public record AlertParts(AlertReadModel alerts, Briefings briefings, Handling handling) {
  public AlertParts {
    Objects.requireNonNull(alerts, "alerts");
    Objects.requireNonNull(briefings, "briefings");
    Objects.requireNonNull(handling, "handling");
  }
}
