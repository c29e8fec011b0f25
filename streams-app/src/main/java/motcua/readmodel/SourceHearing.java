package motcua.readmodel;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * When a source was last heard.
 *
 * @param heardAt latest recordedAt of what changed a figure; empty when nothing but initial loads
 *     came
 * @param units units whose figures it has changed, and when last
 */
public record SourceHearing(String source, Optional<Instant> heardAt, Map<String, Instant> units) {
  public SourceHearing {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(heardAt, "heardAt");
    units = Map.copyOf(units);
  }
}
