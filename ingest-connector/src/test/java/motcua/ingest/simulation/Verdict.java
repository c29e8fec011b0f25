package motcua.ingest.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import motcua.ingest.mapping.Reason;
import motcua.ingest.source.InputFault;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;

/** What must hold of every input. */
final class Verdict {
  private static final Set<String> REASONS = reasons();

  private Verdict() {}

  /** The first thing that does not hold; empty when all does. */
  static Optional<String> of(Input input, Outcome outcome) {
    if (!outcome.settled) {
      return Optional.of("its file was not settled");
    }
    Optional<String> count = count(input, outcome);
    if (count.isEmpty()
        && !input.ending().endsWith(".zip")
        && isBrokenGzip(input) != tellsOfABreak(outcome)) {
      return Optional.of("told wrongly whether its archive breaks: " + reasons(outcome));
    }
    Optional<String> sunk = count.isPresent() ? count : sunk(input, outcome);
    return sunk.isPresent() ? sunk : content(input, outcome);
  }

  private static Optional<String> count(Input input, Outcome outcome) {
    long found = outcome.given;
    boolean sound =
        input.records() == Input.ANY
            || (input.records() == Input.UNKNOWN ? found > 0 : found == input.records());
    return sound
        ? Optional.empty()
        : Optional.of(
            "expected "
                + (input.records() == Input.UNKNOWN ? "some" : input.records())
                + " records, "
                + found
                + " came out: "
                + outcome.events.size()
                + " events, dead letters "
                + reasons(outcome));
  }

  private static Optional<String> sunk(Input input, Outcome outcome) {
    Set<String> missing = new TreeSet<>(input.sound());
    outcome.events.forEach(
        sent ->
            missing.remove(
                sent.value().getEventId() == null
                    ? sent.value().getDossierId()
                    : sent.value().getEventId()));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("sound records did not come out: " + missing + ", " + reasons(outcome));
  }

  private static boolean isBrokenGzip(Input input) {
    return input.ending().endsWith(".gz")
        && !Recount.isBlank(input.bytes())
        && Repacked.gunzip(input.bytes()) == null;
  }

  private static boolean tellsOfABreak(Outcome outcome) {
    return reasons(outcome).contains(InputFault.ARCHIVE_BROKEN.reason());
  }

  private static List<String> reasons(Outcome outcome) {
    return outcome.letters.stream().map(sent -> sent.value().getReason()).toList();
  }

  private static Optional<String> content(Input input, Outcome outcome) {
    for (Outcome.Sent<DeadLetter> sent : outcome.letters) {
      if (!isReason(sent.value().getReason())) {
        return Optional.of("no known reason: " + sent.value().getReason());
      }
      // Broken bytes can turn a value into the key or the field of another.
      if (input.hostile() && leaks(sent.text(), true)) {
        return Optional.of("a dead letter with a value of the input: " + sent.value());
      }
    }
    for (Outcome.Sent<DossierEvent> sent : outcome.events) {
      // Canonical lines keep codes as they are sent.
      boolean mayBeLine = input.kind() == Input.Kind.LINE || input.kind() == Input.Kind.FILE;
      boolean guarded = sent.value().getSighting() != null || !mayBeLine;
      if (input.hostile() && leaks(sent.text(), guarded)) {
        return Optional.of("an event with a value that is not kept: " + sent.value());
      }
    }
    return Optional.empty();
  }

  private static boolean leaks(String text, boolean guarded) {
    return text.contains(Hostile.CANARY)
        || (guarded && Hostile.PERSONAL.stream().anyMatch(text::contains));
  }

  /** Reasons are words of ours: exactly one of these, or columns of the mapping behind it. */
  private static boolean isReason(String reason) {
    if (REASONS.contains(reason)) {
      return true;
    }
    for (InputFault fault : List.of(InputFault.COLUMN_MISSING, InputFault.COLUMN_TWICE)) {
      String start = fault.reason() + ": ";
      if (reason.startsWith(start)) {
        return List.of(reason.substring(start.length()).split(", ")).stream()
            .allMatch(name -> Tables.mapped().stream().anyMatch(name::equalsIgnoreCase));
      }
    }
    return false;
  }

  private static Set<String> reasons() {
    Set<String> reasons = new HashSet<>(Set.of(InputFault.SHEET_MISSING.reason() + ": the first"));
    for (InputFault fault : InputFault.values()) {
      reasons.add(fault.reason());
    }
    for (Reason reason : Reason.values()) {
      reasons.add(reason.text());
      Records.fields().forEach(field -> reasons.add(reason.text(field)));
    }
    return reasons;
  }
}
