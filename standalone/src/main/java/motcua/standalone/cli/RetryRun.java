package motcua.standalone.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import motcua.ingest.retry.RetryOrder;
import motcua.readmodel.DeadLetterEntry;
import motcua.readmodel.DeadLetterQuery;
import motcua.readmodel.DeadLetterReadModel;

/** Dead letters chosen to be read again, and what became of them. Not thread-safe. */
final class RetryRun {
  private static final int PAGE = 1_000;

  /** Who refused what can be read again; what the streams refused lies in no file. */
  private static final String INGEST = "INGEST";

  private final List<DeadLetterEntry> chosen;
  private final long beyond;
  private List<DeadLetterEntry> open = List.of();
  private List<String> refusals = List.of();

  private RetryRun(List<DeadLetterEntry> chosen, long beyond) {
    this.chosen = List.copyOf(chosen);
    this.beyond = beyond;
  }

  /** Chooses by a question. */
  static RetryRun of(DeadLetterReadModel model, DeadLetterQuery query) {
    List<DeadLetterEntry> all = all(model, query);
    List<DeadLetterEntry> chosen =
        all.stream().filter(letter -> letter.stage().equals(INGEST)).toList();
    return new RetryRun(chosen, all.size() - chosen.size());
  }

  private static List<DeadLetterEntry> all(DeadLetterReadModel model, DeadLetterQuery query) {
    List<DeadLetterEntry> all = new ArrayList<>();
    List<DeadLetterEntry> page;
    do {
      page = model.letters(query, all.size(), PAGE);
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }

  /** One order an input, in the order of the letters. */
  List<RetryOrder> orders() {
    Map<String, List<RetryOrder.Letter>> byInput = new LinkedHashMap<>();
    for (DeadLetterEntry letter : chosen) {
      byInput
          .computeIfAbsent(letter.input(), input -> new ArrayList<>())
          .add(new RetryOrder.Letter(letter.fingerprint(), letter.reason()));
    }
    return byInput.entrySet().stream()
        .map(input -> new RetryOrder(input.getKey(), input.getValue()))
        .toList();
  }

  /** Looks what became of them, once all of it is in the read model. */
  void finish(DeadLetterReadModel model, List<String> refused) {
    Set<String> wanted =
        chosen.stream().map(DeadLetterEntry::fingerprint).collect(Collectors.toSet());
    open =
        all(model, DeadLetterQuery.OPEN).stream()
            .filter(letter -> wanted.contains(letter.fingerprint()))
            .toList();
    refusals = List.copyOf(refused);
  }

  /** Whether none of the records fails any more. */
  boolean isClean() {
    return open.isEmpty() && refusals.isEmpty();
  }

  /** What became of them, in lines. */
  String text() {
    StringBuilder text = new StringBuilder();
    if (beyond > 0) {
      text.append(
          "%d refused behind the log are in no file and stay: a release that reads them rebuilds the ledger%n"
              .formatted(beyond));
    }
    if (chosen.isEmpty()) {
      return text.append("nothing to read again\n").toString();
    }
    Set<RetryOrder.Letter> still =
        open.stream().map(RetryRun::identity).collect(Collectors.toCollection(HashSet::new));
    List<DeadLetterEntry> resolved =
        chosen.stream().filter(letter -> !still.contains(identity(letter))).toList();
    add(text, "resolved", resolved);
    add(text, "still failing", open);
    refusals.forEach(why -> text.append("not read again: ").append(why).append('\n'));
    return text.toString();
  }

  private static void add(StringBuilder text, String what, List<DeadLetterEntry> letters) {
    String codes = letters.isEmpty() ? "" : " (" + DeadLetterText.byCode(letters) + ")";
    text.append("%s: %d%s%n".formatted(what, letters.size(), codes));
  }

  private static RetryOrder.Letter identity(DeadLetterEntry letter) {
    return new RetryOrder.Letter(letter.fingerprint(), letter.reason());
  }
}
