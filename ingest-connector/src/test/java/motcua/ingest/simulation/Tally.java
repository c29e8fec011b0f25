package motcua.ingest.simulation;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts by kind. */
final class Tally {
  private static final class Counts {
    long inputs;
    long recounted;
    long records;
    long blank;
    long events;
    long letters;
    final Map<String, Long> reasons = new TreeMap<>();
  }

  private final Map<Input.Kind, Counts> kinds = new EnumMap<>(Input.Kind.class);

  void add(Input input, Outcome outcome) {
    Counts counts = kinds.computeIfAbsent(input.kind(), kind -> new Counts());
    counts.inputs++;
    counts.recounted += input.records() >= 0 ? 1 : 0;
    counts.records += outcome.given;
    counts.blank += input.blank();
    counts.events += outcome.events.size();
    counts.letters += outcome.letters.size();
    outcome.letters.forEach(
        sent -> {
          String reason = sent.value().getReason();
          counts.reasons.merge(reason.substring(0, reason.indexOf(':')), 1L, Long::sum);
        });
  }

  /** Events of all kinds. */
  long events() {
    return kinds.values().stream().mapToLong(counts -> counts.events).sum();
  }

  /** Dead letters of all kinds. */
  long letters() {
    return kinds.values().stream().mapToLong(counts -> counts.letters).sum();
  }

  /** How many reasons were met. */
  long reasons() {
    return kinds.values().stream()
        .flatMap(counts -> counts.reasons.keySet().stream())
        .distinct()
        .count();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    kinds.forEach(
        (kind, counts) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%s: %d inputs, %d of them counted independently, %d records, %d blank rows; %d events, %d dead letters %s%n",
                    kind.text,
                    counts.inputs,
                    counts.recounted,
                    counts.records,
                    counts.blank,
                    counts.events,
                    counts.letters,
                    counts.reasons)));
    return text.toString();
  }
}
