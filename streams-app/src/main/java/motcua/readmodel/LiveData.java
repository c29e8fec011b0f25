package motcua.readmodel;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How scopes stand now.
 *
 * @param appliedAt latest recordedAt applied; empty before the first record
 * @param scopes by code, one for each that was asked for
 */
public record LiveData(Optional<Instant> appliedAt, Map<String, LiveFigures> scopes) {
  public LiveData {
    Objects.requireNonNull(appliedAt, "appliedAt");
    scopes = Map.copyOf(scopes);
  }
}
