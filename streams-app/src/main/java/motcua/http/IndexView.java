package motcua.http;

import java.math.BigDecimal;
import java.util.List;
import motcua.core.index.Index;
import motcua.core.index.IndexFigure;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.VietnameseNumbers;
import motcua.report.ReportRequest;

/** Indices as they are written; what is not known or has no data is null. */
record IndexView(
    String scope, String from, String to, String knownOn, String source, List<FigureView> indices) {
  private static final String SOURCE =
      "Quyết định 766/QĐ-TTg ngày 23/6/2022: điểm và công thức từng chỉ số theo bản mô tả công thức đang lưu hành,"
          + " chưa đối chiếu được với văn bản gốc. Dưới mức đủ điểm, điểm tỷ lệ thuận: cách hiểu của phần mềm.";

  /**
   * @param why index 2.1 could not be reckoned; null: it was
   */
  static IndexView of(ReportRequest request, String why, List<IndexFigure> figures) {
    Evidence evidence = new Evidence(request);
    return new IndexView(
        request.scope(),
        request.from().toString(),
        request.to().toString(),
        request.knownOn() == null ? null : request.knownOn().toString(),
        SOURCE,
        figures.stream().map(figure -> FigureView.of(figure, why, evidence)).toList());
  }

  record FigureView(
      String index,
      String title,
      Long numerator,
      Long denominator,
      String percent,
      Integer fullAtPercent,
      BigDecimal score,
      Integer maxScore,
      String note,
      List<String> evidence) {
    static FigureView of(IndexFigure figure, String why, Evidence evidence) {
      Index index = figure.index();
      boolean refused = index == Index.PROGRESS && why != null;
      return new FigureView(
          index.code(),
          index.title(),
          figure.value().map(Ratio.Value::numerator).orElse(null),
          figure.value().map(Ratio.Value::denominator).orElse(null),
          figure.value().map(VietnameseNumbers::percent).orElse(null),
          index.fullAt().orElse(null),
          figure.score().orElse(null),
          index.points().orElse(null),
          refused ? why : index.note(),
          index == Index.PROGRESS
              ? List.of(evidence.definitions())
              : evidence.of(index.numerator()));
    }
  }
}
