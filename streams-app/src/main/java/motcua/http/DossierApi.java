package motcua.http;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import motcua.core.calendar.VietnamDay;
import motcua.core.unit.UnitTree;
import motcua.readmodel.DossierHistory;
import motcua.readmodel.DossierMarkLine;
import motcua.readmodel.PostingLine;

/**
 * {@code GET /api/dossiers/{id}?source=}: where a dossier stands, its moves in order, its marks.
 * One entry a source.
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
            id,
            found.stream()
                .map(
                    history ->
                        new HistoryView(
                            DossierView.of(history.dossier(), units, today),
                            history.postings().stream()
                                .map(line -> PostingView.of(line, units))
                                .toList(),
                            history.marks().stream()
                                .map(line -> MarkView.of(line, units))
                                .toList()))
                .toList()));
  }

  record DossiersView(String dossierId, List<HistoryView> dossiers) {}

  record HistoryView(
      @com.fasterxml.jackson.annotation.JsonUnwrapped DossierView dossier,
      List<PostingView> postings,
      List<MarkView> marks) {}

  record PostingView(
      long sequence,
      int leg,
      String unit,
      String counterpart,
      String field,
      String procedure,
      String channel,
      String from,
      String to,
      String counter,
      long count,
      String countsOn,
      String knownOn,
      String cause) {
    static PostingView of(PostingLine line, UnitTree units) {
      return new PostingView(
          line.sequence(),
          line.leg(),
          units.displayCode(line.unit()),
          line.counterpart().isEmpty() ? null : units.displayCode(line.counterpart()),
          line.field(),
          line.procedure(),
          line.channel(),
          emptyToNull(line.fromBucket()),
          emptyToNull(line.toBucket()),
          emptyToNull(line.counter()),
          line.count(),
          line.countsOn().toString(),
          line.knownOn().toString(),
          line.cause());
    }
  }

  record MarkView(String code, String unit, String detail, String knownOn, String endedOn) {
    static MarkView of(DossierMarkLine line, UnitTree units) {
      return new MarkView(
          line.code(),
          line.unit().isEmpty() ? null : units.displayCode(line.unit()),
          line.detail(),
          line.knownOn().toString(),
          line.endedOn() == null ? null : line.endedOn().toString());
    }
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
