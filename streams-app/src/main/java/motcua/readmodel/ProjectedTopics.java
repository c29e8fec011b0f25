package motcua.readmodel;

import java.util.List;
import java.util.Objects;

/** Names of the topics the projector reads; the topology owns them. */
public record ProjectedTopics(
    String postings,
    String ledger,
    String unitTotals,
    String ratios,
    String deadLetters,
    String alerts) {
  public ProjectedTopics {
    Objects.requireNonNull(postings, "postings");
    Objects.requireNonNull(ledger, "ledger");
    Objects.requireNonNull(unitTotals, "unitTotals");
    Objects.requireNonNull(ratios, "ratios");
    Objects.requireNonNull(deadLetters, "deadLetters");
    Objects.requireNonNull(alerts, "alerts");
  }

  /** All names, the journal first. */
  public List<String> all() {
    return List.of(postings, ledger, unitTotals, ratios, deadLetters, alerts);
  }
}
