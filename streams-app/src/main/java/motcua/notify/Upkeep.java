package motcua.notify;

import java.time.Duration;
import java.util.Objects;

/** What a channel must do from time to time, messages or not. */
public record Upkeep(Duration interval, Runnable step) {
  public Upkeep {
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(step, "step");
  }
}
