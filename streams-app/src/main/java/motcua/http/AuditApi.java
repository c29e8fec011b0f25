package motcua.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import motcua.readmodel.AuditResult;

/** The last audit of the ledger. */
final class AuditApi {
  private final Supplier<Optional<AuditResult>> last;

  AuditApi(Supplier<Optional<AuditResult>> last) {
    this.last = last;
  }

  /**
   * An audit as it is sent.
   *
   * @param knownTo last day of knowledge compared; null: everything
   * @param journal whether the journal was compared too
   * @param firstDifference null without drift
   */
  private record View(
      long drift,
      String startedAt,
      String finishedAt,
      String knownTo,
      boolean journal,
      long events,
      long dossiers,
      long cells,
      long differing,
      long unbalanced,
      String firstDifference) {
    static View of(AuditResult result) {
      return new View(
          result.drift(),
          Responses.time(result.startedAt()),
          Responses.time(result.finishedAt()),
          result.knownTo() == null ? null : result.knownTo().toString(),
          result.journal(),
          result.events(),
          result.dossiers(),
          result.cells(),
          result.differing(),
          result.unbalanced(),
          result.firstDifference());
    }
  }

  /** {@code GET /api/audit}. */
  void get(Context context) {
    Parameters.of(context);
    Responses.json(
        context,
        last.get()
            .map(View::of)
            .orElseThrow(() -> ProblemException.notFound("Sổ chưa được kiểm toán lần nào.")));
  }
}
