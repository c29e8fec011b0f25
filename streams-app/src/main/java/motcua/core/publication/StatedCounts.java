package motcua.core.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The dossier counts one statement prints, as sets of ledger columns: so that sums can be found
 * without knowing which metrics a publication happens to use.
 */
final class StatedCounts {
  /**
   * The left side of the ledger's identity (ledger.md 5), transfers aside: districts print none.
   */
  static final Set<String> INFLOW =
      Set.of("carriedOver", "receivedOnline", "receivedDirect", "receivedPostal");

  /** The right side, in the order to name what is not stated. */
  static final List<String> OUTFLOW =
      List.of(
          "closedEarly",
          "closedOnTime",
          "closedLate",
          "openInTime",
          "openOverdue",
          "openUndated",
          "suspended",
          "closedUndated",
          "refused",
          "withdrawn");

  /** A printed count and the elementary columns it sums. */
  record Count(PublishedFigure figure, Set<String> columns) {
    BigDecimal value() {
      return figure.value().orElseThrow();
    }

    Fault.Named named() {
      return new Fault.Named(figure.metric(), value());
    }
  }

  private final List<Count> counts;

  private StatedCounts(List<Count> counts) {
    this.counts = counts;
  }

  /**
   * The printed counts among the figures of one statement that correspond to sums of ledger
   * columns.
   */
  static StatedCounts of(List<PublishedFigure> figures) {
    List<Count> counts = new ArrayList<>();
    for (PublishedFigure figure : figures) {
      if (figure.isPrinted()
          && figure.isDossierCount()
          && figure.expression().orElse(null) instanceof LedgerExpression.Sum sum) {
        counts.add(new Count(figure, elementary(sum.columns())));
      }
    }
    return new StatedCounts(List.copyOf(counts));
  }

  List<Count> all() {
    return counts;
  }

  /** {@code received} is its three channels. */
  static Set<String> elementary(List<String> columns) {
    Set<String> elementary = new HashSet<>();
    for (String column : columns) {
      if (column.equals("received")) {
        elementary.addAll(List.of("receivedOnline", "receivedDirect", "receivedPostal"));
      } else {
        elementary.add(column);
      }
    }
    return elementary;
  }

  /** Every way to cover the columns with two or more disjoint counts. */
  List<List<Count>> covers(Set<String> columns) {
    List<List<Count>> covers = new ArrayList<>();
    cover(columns, 0, new ArrayList<>(), covers);
    covers.removeIf(cover -> cover.size() < 2);
    return covers;
  }

  private void cover(Set<String> left, int from, List<Count> chosen, List<List<Count>> covers) {
    if (left.isEmpty()) {
      covers.add(List.copyOf(chosen));
      return;
    }
    for (int i = from; i < counts.size(); i++) {
      Count count = counts.get(i);
      if (left.containsAll(count.columns())) {
        Set<String> rest = new HashSet<>(left);
        rest.removeAll(count.columns());
        chosen.add(count);
        cover(rest, i + 1, chosen, covers);
        chosen.removeLast();
      }
    }
  }

  /**
   * The sum of the columns as far as the statement gives it exactly: printed, or covered by printed
   * counts.
   */
  Optional<Fault.Named> exactly(List<String> columns) {
    Set<String> wanted = elementary(columns);
    for (Count count : counts) {
      if (count.columns().equals(wanted)) {
        return Optional.of(count.named());
      }
    }
    return covers(wanted).stream().findFirst().map(StatedCounts::total);
  }

  /** Disjoint counts on the right side of the identity, the most summed ones first. */
  List<Count> outflow() {
    Set<String> left = new HashSet<>(OUTFLOW);
    List<Count> chosen = new ArrayList<>();
    counts.stream()
        .sorted(Comparator.comparingInt(count -> -count.columns().size()))
        .filter(count -> OUTFLOW.containsAll(count.columns()))
        .forEach(
            count -> {
              if (left.containsAll(count.columns())) {
                left.removeAll(count.columns());
                chosen.add(count);
              }
            });
    return chosen;
  }

  /** Columns of the right side that none of the counts speaks of. */
  static List<String> missing(List<Count> outflow) {
    Set<String> missing = new LinkedHashSet<>(OUTFLOW);
    outflow.forEach(count -> missing.removeAll(count.columns()));
    return List.copyOf(missing);
  }

  static Fault.Named total(List<Count> cover) {
    return new Fault.Named(
        String.join(" + ", cover.stream().map(count -> count.figure().metric()).toList()),
        cover.stream().map(Count::value).reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
