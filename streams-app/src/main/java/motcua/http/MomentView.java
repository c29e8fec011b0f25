package motcua.http;

import java.util.List;
import motcua.core.definition.Moment;
import motcua.readmodel.MomentDossier;
import motcua.readmodel.MomentDossiers;
import motcua.report.ReportRequest;

/** A page of the dossiers of a moment. */
record MomentView(
    String scope,
    String moment,
    String from,
    String to,
    String knownOn,
    long dossiers,
    int page,
    int pageSize,
    List<RowView> rows) {
  static MomentView of(
      ReportRequest request, Moment moment, int page, int pageSize, MomentDossiers found) {
    return new MomentView(
        request.scope(),
        moment.code(),
        request.from().toString(),
        request.to().toString(),
        request.knownOn() == null ? null : request.knownOn().toString(),
        found.total(),
        page,
        pageSize,
        found.rows().stream().map(RowView::of).toList());
  }

  record RowView(
      String source,
      String dossierId,
      String unit,
      String field,
      String procedure,
      String day,
      String dueAt,
      String finishedAt) {
    static RowView of(MomentDossier row) {
      return new RowView(
          row.source(),
          row.dossierId(),
          row.unit(),
          row.field(),
          row.procedure(),
          row.day().toString(),
          Responses.time(row.dueAt()),
          Responses.time(row.finishedAt()));
    }
  }
}
