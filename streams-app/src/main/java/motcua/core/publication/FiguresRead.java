package motcua.core.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Figures as handed in, with everything that is wrong with them: either all of them can be worked
 * with, or none is.
 *
 * @param figures those that could be read, in the order of the source
 * @param faults by line; empty: nothing was left out
 */
public record FiguresRead(List<Line> figures, List<ReadingFault> faults) {
  /** More than any office prints; what a reconciliation takes grows with them. */
  static final int MAX_FIGURES = 2_000;

  static final int MAX_STATEMENTS = 200;
  static final int MAX_IN_STATEMENT = 100;

  public FiguresRead {
    figures = List.copyOf(figures);
    faults = List.copyOf(faults);
  }

  /** A figure and the line it stands on. */
  public record Line(int number, PublishedFigure figure) {}

  /** The figures alone. */
  public List<PublishedFigure> all() {
    return figures.stream().map(Line::figure).toList();
  }

  /** The same with what is wrong between figures: one given twice, or too many of them. */
  static FiguresRead checked(List<Line> figures, List<ReadingFault> faults) {
    List<ReadingFault> all = new ArrayList<>(faults);
    all.addAll(duplicates(figures));
    all.addAll(tooMany(figures));
    all.sort(java.util.Comparator.comparingInt(ReadingFault::line));
    return new FiguresRead(figures, all);
  }

  /**
   * Two figures of one name, or of one sum of columns, contradict or repeat each other: which one
   * is meant is for the reader to say.
   */
  private static List<ReadingFault> duplicates(List<Line> figures) {
    Map<Statement, Map<Object, Line>> known = new HashMap<>();
    List<ReadingFault> faults = new ArrayList<>();
    for (Line line : figures) {
      Map<Object, Line> inStatement =
          known.computeIfAbsent(line.figure().statement(), statement -> new HashMap<>());
      Line first = inStatement.putIfAbsent(line.figure().metric(), line);
      if (first == null && line.figure().expression().isPresent()) {
        first = inStatement.putIfAbsent(key(line.figure().expression().get()), line);
      }
      if (first != null) {
        faults.add(
            new ReadingFault(
                line.number(),
                "metric",
                "\"%s\" cùng chỉ tiêu, nơi và kỳ với dòng %d; chỉ ghi một lần"
                    .formatted(line.figure().metric(), first.number())));
      }
    }
    return faults;
  }

  private static Object key(LedgerExpression expression) {
    return switch (expression) {
      case LedgerExpression.Sum sum -> new HashSet<>(sum.columns());
      case LedgerExpression.Ratio ratio -> ratio;
    };
  }

  private static List<ReadingFault> tooMany(List<Line> figures) {
    List<ReadingFault> faults = new ArrayList<>();
    if (figures.size() > MAX_FIGURES) {
      faults.add(over(figures.get(MAX_FIGURES), "quá %d con số trong một lần", MAX_FIGURES));
    }
    Map<Statement, List<Line>> statements =
        figures.stream().collect(Collectors.groupingBy(line -> line.figure().statement()));
    statements.values().stream()
        .filter(lines -> lines.size() > MAX_IN_STATEMENT)
        .forEach(
            lines ->
                faults.add(
                    over(
                        lines.get(MAX_IN_STATEMENT),
                        "quá %d con số cho một nơi và một kỳ",
                        MAX_IN_STATEMENT)));
    Set<Statement> seen = new HashSet<>();
    figures.stream()
        .filter(line -> seen.add(line.figure().statement()) && seen.size() == MAX_STATEMENTS + 1)
        .forEach(line -> faults.add(over(line, "quá %d nơi và kỳ trong một lần", MAX_STATEMENTS)));
    return faults;
  }

  private static ReadingFault over(Line line, String reason, int most) {
    return new ReadingFault(line.number(), "", reason.formatted(most) + "; chia nhỏ ra");
  }
}
