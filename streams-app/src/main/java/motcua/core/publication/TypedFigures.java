package motcua.core.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Figures that somebody types from a printed report, one publication at a time. */
public final class TypedFigures {
  private TypedFigures() {}

  /**
   * One of them.
   *
   * @param metric code of a {@link TypedMetric}
   * @param printed the number as it is printed
   * @param scope the unit whose row it stands in; empty: that of the whole
   * @param field the field whose row it stands in; empty: that of the whole
   */
  public record Typed(
      String metric, String printed, Optional<String> scope, Optional<String> field) {}

  /**
   * Reads them all, whatever is wrong among them; the line of a figure is its place in the list.
   *
   * @param whole what all of them belong to
   */
  public static FiguresRead read(Statement whole, List<Typed> typed) {
    List<FiguresRead.Line> figures = new ArrayList<>();
    List<ReadingFault> faults = new ArrayList<>();
    if (typed.isEmpty()) {
      faults.add(new ReadingFault(1, "", "chưa có con số nào"));
    }
    for (int i = 0; i < typed.size(); i++) {
      int line = i + 1;
      Typed one = typed.get(i);
      Optional<TypedMetric> metric = TypedMetric.of(one.metric());
      if (metric.isEmpty()) {
        faults.add(new ReadingFault(line, "metric", unknown(one.metric())));
        continue;
      }
      try {
        figures.add(new FiguresRead.Line(line, figure(whole, one, metric.get())));
      } catch (FigureNumber.RefusedException refused) {
        faults.add(new ReadingFault(line, "printed", refused.getMessage()));
      }
    }
    return FiguresRead.checked(figures, faults);
  }

  private static PublishedFigure figure(Statement whole, Typed one, TypedMetric metric)
      throws FigureNumber.RefusedException {
    Counterpart place = whole.counterpart();
    Statement statement =
        new Statement(
            whole.district(),
            whole.province(),
            whole.level(),
            whole.from(),
            whole.to(),
            new Counterpart(one.scope(), one.field(), Optional.empty()).or(place));
    return new PublishedFigure(
        statement,
        metric.code(),
        Optional.of(metric.expression()),
        Optional.of(FigureNumber.printed(one.printed(), metric.unit())),
        Optional.empty(),
        metric.unit(),
        "",
        one.printed(),
        "none");
  }

  private static String unknown(String metric) {
    return "\"%s\" không phải chỉ tiêu; ghi một trong: %s"
        .formatted(
            metric,
            Arrays.stream(TypedMetric.values())
                .map(TypedMetric::code)
                .collect(Collectors.joining(", ")));
  }
}
