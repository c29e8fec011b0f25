package motcua.notify;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import motcua.core.notice.AlertLetter;
import motcua.core.notice.DigestFacts;
import motcua.core.notice.DigestLetter;
import motcua.core.notice.Directory;
import motcua.core.notice.Message;
import motcua.readmodel.Delivery;

/** Letters to people: alerts and digests. */
public final class LetterComposer implements Composer {
  private final FactsReader facts;
  private final Directory directory;

  /**
   * @param directory says whose head an addressee is
   */
  public LetterComposer(FactsReader facts, Directory directory) {
    this.facts = Objects.requireNonNull(facts, "facts");
    this.directory = Objects.requireNonNull(directory, "directory");
  }

  @Override
  public Optional<Message> compose(Delivery delivery, Instant now) {
    if (delivery.digestDay().isEmpty()) {
      return Optional.of(AlertLetter.of(facts.full(delivery.transitions().getFirst(), now)));
    }
    var day = delivery.digestDay().get();
    Set<String> units = directory.heads(day).getOrDefault(delivery.to(), Set.of());
    DigestFacts digest = facts.digest(day, delivery.transitions(), units);
    return digest.isEmpty() ? Optional.empty() : Optional.of(DigestLetter.of(digest));
  }
}
