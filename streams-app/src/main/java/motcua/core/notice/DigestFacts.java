package motcua.core.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is said in a digest.
 *
 * @param alerts transitions in their order
 * @param dueSoon open dossiers in time that are due soon, the first due first; not all of them
 * @param dueSoonCount number of all of them
 * @param withinWorkingDays how soon
 * @param link to the page; empty when there is none
 */
public record DigestFacts(
    LocalDate day,
    List<AlertFacts> alerts,
    List<OpenDossier> dueSoon,
    long dueSoonCount,
    int withinWorkingDays,
    Optional<String> link) {
  public DigestFacts {
    Objects.requireNonNull(day, "day");
    alerts = List.copyOf(alerts);
    dueSoon = List.copyOf(dueSoon);
    Objects.requireNonNull(link, "link");
  }

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return alerts.isEmpty() && dueSoonCount == 0;
  }
}
