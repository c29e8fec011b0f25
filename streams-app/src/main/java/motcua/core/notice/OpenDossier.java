package motcua.core.notice;

import java.time.Instant;
import java.util.Objects;

/**
 * A dossier that can still be saved, or at least ended. Its code is no personal data.
 *
 * @param due when it is or was due
 * @param overdue whether that has passed
 */
public record OpenDossier(String id, String unit, Instant due, boolean overdue) {
  public OpenDossier {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(due, "due");
  }
}
