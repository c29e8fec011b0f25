package motcua.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import motcua.core.ledger.Column;
import motcua.core.period.Period;
import motcua.core.unit.UnitTree;
import motcua.readmodel.Breakdown;
import motcua.readmodel.CellDossier;
import motcua.readmodel.CellDossiers;
import motcua.readmodel.PostingLine;
import motcua.report.CellRequest;
import motcua.report.DrillDown;
import motcua.report.ReportRequest;

/**
 * {@code GET /api/report/dossiers}: the dossiers behind one figure of a report. Without {@code
 * unit} the figure is the total's, with it the row's; {@code field} or {@code procedure} names the
 * row's part, empty where the books have none.
 */
final class CellApi {
  private static final int PAGE_SIZE = 50;
  private static final int LAST_PAGE = 1_000_000;
  private static final Map<String, Column> COLUMNS =
      Arrays.stream(Column.values()).collect(Collectors.toMap(Column::code, Function.identity()));

  private final DrillDown drillDown;

  CellApi(DrillDown drillDown) {
    this.drillDown = drillDown;
  }

  void get(Context context) {
    Parameters parameters =
        Parameters.of(
            context,
            "scope",
            "column",
            "unit",
            "field",
            "procedure",
            "from",
            "to",
            "period",
            "calendar",
            "knownOn",
            "knownAfter",
            "page");
    CellRequest request = request(parameters);
    int page = parameters.number("page", 1, 1, LAST_PAGE);
    CellDossiers found = drillDown.dossiers(request, (page - 1) * PAGE_SIZE, PAGE_SIZE);
    Responses.json(context, CellView.of(request, page, found));
  }

  private static CellRequest request(Parameters parameters) {
    Column column = parameters.word("column", null, COLUMNS);
    if (column == null) {
      throw ProblemException.badRequest(
          "Thiếu tham số \"column\"; ghi một trong: %s."
              .formatted(
                  Arrays.stream(Column.values())
                      .map(Column::code)
                      .collect(Collectors.joining(", "))));
    }
    Optional<String> field = parameters.value("field");
    Optional<String> procedure = parameters.value("procedure");
    if (field.isPresent() && procedure.isPresent()) {
      throw ProblemException.badRequest(
          "Ghi \"field\" hoặc \"procedure\", không ghi cả hai: báo cáo chỉ tách theo một trong hai.");
    }
    Breakdown by =
        field.isPresent()
            ? Breakdown.FIELD
            : procedure.isPresent() ? Breakdown.PROCEDURE : Breakdown.NONE;
    Period period = ReportPeriod.of(parameters);
    return new CellRequest(
        new ReportRequest(
            parameters.text("scope").orElse(UnitTree.ALL),
            period.from(),
            period.to(),
            parameters.day("knownOn").orElse(null),
            by),
        parameters.text("unit").orElse(null),
        field.or(() -> procedure).orElse(null),
        column,
        knownAfter(parameters));
  }

  private static LocalDate knownAfter(Parameters parameters) {
    LocalDate after = parameters.day("knownAfter").orElse(null);
    LocalDate cut = parameters.day("knownOn").orElse(LocalDate.MAX);
    if (after != null && !after.isBefore(cut)) {
      throw ProblemException.badRequest(
          "\"knownAfter\" (%s) phải đứng trước \"knownOn\" (%s).".formatted(after, cut));
    }
    return after;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CellView(
      String scope,
      String unit,
      String field,
      String procedure,
      String column,
      String from,
      String to,
      @JsonInclude String knownOn,
      String knownAfter,
      long total,
      Long dossiers,
      int page,
      int pageSize,
      boolean more,
      List<RowView> rows) {
    static CellView of(CellRequest request, int page, CellDossiers found) {
      ReportRequest report = request.report();
      return new CellView(
          report.scope(),
          request.unit(),
          report.by() == Breakdown.FIELD ? request.part() : null,
          report.by() == Breakdown.PROCEDURE ? request.part() : null,
          request.column().code(),
          report.from().toString(),
          report.to().toString(),
          report.knownOn() == null ? null : report.knownOn().toString(),
          request.knownAfter() == null ? null : request.knownAfter().toString(),
          found.figure(),
          found.dossiers().isPresent() ? found.dossiers().getAsLong() : null,
          page,
          PAGE_SIZE,
          found.more(),
          found.rows().stream().map(RowView::of).toList());
    }
  }

  record RowView(
      String source,
      String dossierId,
      String unit,
      String field,
      String procedure,
      long count,
      List<CauseView> causes) {
    static RowView of(CellDossier row) {
      return new RowView(
          row.source(),
          row.dossierId(),
          row.unit(),
          row.field(),
          row.procedure(),
          row.count(),
          row.causes().stream().map(CauseView::of).toList());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record CauseView(
      String cause,
      String countsOn,
      String knownOn,
      long count,
      String unit,
      String counterpart,
      String from,
      String to,
      String counter) {
    static CauseView of(PostingLine line) {
      return new CauseView(
          line.cause(),
          line.countsOn().toString(),
          line.knownOn().toString(),
          line.count(),
          line.unit(),
          line.counterpart(),
          line.fromBucket(),
          line.toBucket(),
          line.counter());
    }
  }
}
