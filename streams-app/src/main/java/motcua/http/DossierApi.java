package motcua.http;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import motcua.core.calendar.VietnamDay;
import motcua.core.unit.UnitTree;
import motcua.readmodel.DossierHistory;

/**
 * {@code GET /api/dossiers/{id}?source=}: where a dossier stands; the events its journal names; its
 * moves and counters in force, in order; the whole journal as it was posted; its marks. One entry a
 * source. What an event said beyond its postings is kept in the log alone.
 */
final class DossierApi {
  private final WebParts parts;

  DossierApi(WebParts parts) {
    this.parts = parts;
  }

  void get(Context context) {
    String id = context.pathParam("id");
    String source = Parameters.of(context, "source").text("source").orElse(null);
    List<DossierHistory> found =
        parts.readModel().dossiers(id).stream()
            .filter(history -> source == null || history.dossier().source().equals(source))
            .toList();
    if (found.isEmpty()) {
      throw ProblemException.notFound(
          "Không có hồ sơ \"%s\"%s."
              .formatted(id, source == null ? "" : " của nguồn \"" + source + "\""));
    }
    LocalDate today = VietnamDay.of(parts.clock().instant());
    UnitTree units = parts.reference().units();
    Responses.json(
        context,
        new DossiersView(
            id, found.stream().map(history -> HistoryView.of(history, units, today)).toList()));
  }

  record DossiersView(String dossierId, List<HistoryView> dossiers) {}
}
