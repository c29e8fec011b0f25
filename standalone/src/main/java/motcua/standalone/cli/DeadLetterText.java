package motcua.standalone.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import motcua.readmodel.DeadLetterCount;
import motcua.readmodel.DeadLetterEntry;

/** Dead letters in lines a person reads. */
final class DeadLetterText {
  private static final int SHORT_PRINT = 12;

  private DeadLetterText() {}

  /** How many, by source and reason. */
  static String summary(List<DeadLetterCount> counts) {
    long all = counts.stream().mapToLong(DeadLetterCount::letters).sum();
    return counts.stream()
        .map(
            count ->
                "%8d  %-16s  %s%n"
                    .formatted(count.letters(), sourceOf(count.source()), count.reason()))
        .collect(Collectors.joining("", all + " dead letters\n", ""));
  }

  /** One letter in a line. */
  static String line(DeadLetterEntry letter) {
    String print = letter.fingerprint();
    return "%s  %-16s  %s, %s  %s%s%n"
        .formatted(
            print.substring(0, Math.min(SHORT_PRINT, print.length())),
            sourceOf(letter.source()),
            letter.input(),
            letter.position(),
            letter.reason(),
            letter.resolvedAt().map(at -> "  (resolved " + at + ")").orElse(""));
  }

  /** All that is known of a letter. */
  static String whole(DeadLetterEntry letter) {
    StringBuilder text = new StringBuilder();
    add(text, "fingerprint", letter.fingerprint());
    add(text, "reason", letter.reason());
    add(text, "source", sourceOf(letter.source()));
    add(text, "input", letter.input());
    add(text, "position", letter.position());
    if (letter.offsetBytes().isPresent() && letter.lengthBytes().isPresent()) {
      long from = letter.offsetBytes().getAsLong();
      add(text, "bytes", "%d to %d".formatted(from, from + letter.lengthBytes().getAsLong()));
    }
    add(text, "refused by", letter.stage());
    add(text, "refused at", letter.recordedAt().toString());
    add(text, "resolved at", letter.resolvedAt().map(Object::toString).orElse("stands open"));
    new TreeMap<>(letter.kept()).forEach((name, value) -> add(text, name, value));
    return text.append('\n').toString();
  }

  /** "3 MISSING, 1 DATE_UNREADABLE", the codes in order. */
  static String byCode(Collection<DeadLetterEntry> letters) {
    Map<String, Long> counts =
        letters.stream()
            .collect(
                Collectors.groupingBy(DeadLetterEntry::code, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(code -> code.getValue() + " " + code.getKey())
        .collect(Collectors.joining(", "));
  }

  private static void add(StringBuilder text, String name, String value) {
    text.append("%-12s  %s%n".formatted(name, value));
  }

  private static String sourceOf(String source) {
    return source.isEmpty() ? "(none named)" : source;
  }
}
