package motcua.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import motcua.readmodel.DeadLetterCount;
import motcua.readmodel.DeadLetterEntry;
import motcua.readmodel.DeadLetterQuery;
import motcua.readmodel.DeadLetterReadModel;

/** Records that could not be read, and how many by reason. */
final class DeadLetterApi {
  private static final int PAGE_SIZE = 50;
  private static final int LAST_PAGE = 1_000_000;
  private static final Map<String, DeadLetterQuery.State> STATES =
      Map.of(
          "open",
          DeadLetterQuery.State.OPEN,
          "resolved",
          DeadLetterQuery.State.RESOLVED,
          "all",
          DeadLetterQuery.State.ALL);

  private final DeadLetterReadModel letters;

  DeadLetterApi(DeadLetterReadModel letters) {
    this.letters = letters;
  }

  /** {@code GET /api/dead-letters?source=&reason=&input=&fingerprint=&state=&page=}. */
  void list(Context context) {
    Parameters parameters =
        Parameters.of(context, "source", "reason", "input", "fingerprint", "state", "page");
    int page = parameters.number("page", 1, 1, LAST_PAGE);
    DeadLetterQuery query =
        new DeadLetterQuery(
            parameters.text("source"),
            parameters.text("reason"),
            parameters.text("input"),
            parameters.text("fingerprint"),
            parameters.word("state", DeadLetterQuery.State.OPEN, STATES));
    Responses.json(
        context,
        new PageView(
            page,
            PAGE_SIZE,
            letters.count(query),
            letters.letters(query, (page - 1L) * PAGE_SIZE, PAGE_SIZE).stream()
                .map(LetterView::of)
                .toList()));
  }

  /** {@code GET /api/dead-letters/summary?source=}. */
  void summary(Context context) {
    DeadLetterQuery query =
        new DeadLetterQuery(
            Parameters.of(context, "source").text("source"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            DeadLetterQuery.State.OPEN);
    List<DeadLetterCount> counts = letters.summary(query);
    Responses.json(
        context,
        new SummaryView(
            counts.stream().mapToLong(DeadLetterCount::letters).sum(),
            counts.stream().map(CountView::of).toList()));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  record PageView(int page, int pageSize, long total, List<LetterView> deadLetters) {}

  record LetterView(
      String fingerprint,
      String reason,
      String input,
      String position,
      Long offsetBytes,
      Long lengthBytes,
      String source,
      String stage,
      Map<String, String> kept,
      String recordedAt,
      String resolvedAt) {
    static LetterView of(DeadLetterEntry letter) {
      return new LetterView(
          letter.fingerprint(),
          letter.reason(),
          letter.input(),
          letter.position(),
          letter.offsetBytes().isPresent() ? letter.offsetBytes().getAsLong() : null,
          letter.lengthBytes().isPresent() ? letter.lengthBytes().getAsLong() : null,
          orNull(letter.source()),
          letter.stage(),
          new TreeMap<>(letter.kept()),
          Responses.time(letter.recordedAt()),
          Responses.time(letter.resolvedAt().orElse(null)));
    }
  }

  record SummaryView(long total, List<CountView> reasons) {}

  record CountView(String source, String reason, long deadLetters) {
    static CountView of(DeadLetterCount count) {
      return new CountView(orNull(count.source()), count.reason(), count.letters());
    }
  }
}
