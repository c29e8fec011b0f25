package motcua.core.interpretation;

import java.time.Instant;
import java.util.Objects;

/**
 * A sighting with the moment it became known.
 *
 * @param backfill part of an initial load; changes no event and no mark
 */
public record SeenSighting(Sighting sighting, Instant recordedAt, boolean backfill) {
  public SeenSighting {
    Objects.requireNonNull(sighting, "sighting");
    Objects.requireNonNull(recordedAt, "recordedAt");
  }
}
