package motcua.core.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks a publication against itself: sums, percentages, shares, parts of wholes. It needs no
 * ledger. What a reader of the publication recorded as failing and these checks cannot see from the
 * figures alone is passed on as recorded.
 */
public final class PublicationChecks {
  private static final Set<String> RECORDED_FAULTS = Set.of("fail", "conflict");

  private PublicationChecks() {}

  /** Every finding, in the order of the figures they are marked on. */
  public static List<Finding> check(Publication publication) {
    List<Finding> found = new ArrayList<>();
    for (Statement statement : publication.statements()) {
      List<PublishedFigure> figures = publication.of(statement);
      StatedCounts counts = StatedCounts.of(figures);
      found.addAll(sums(counts));
      balance(counts).ifPresent(found::add);
      figures.forEach(figure -> PercentChecks.check(figure, figures, counts).ifPresent(found::add));
      figures.forEach(figure -> splitNotStated(figure, counts).ifPresent(found::add));
    }
    publication.figures().forEach(figure -> found.addAll(levels(figure, publication)));
    List<Finding> all = new ArrayList<>(found);
    for (PublishedFigure figure : publication.figures()) {
      boolean seen =
          found.stream().anyMatch(f -> f.subject().equals(figure) && f.fault().isInconsistent());
      if (!seen && RECORDED_FAULTS.contains(figure.reading())) {
        all.add(new Finding(figure, new Fault.RecordedByReader(figure.reading())));
      }
    }
    return publication.figures().stream()
        .flatMap(figure -> all.stream().filter(finding -> finding.subject().equals(figure)))
        .toList();
  }

  /** A count against every way to add it up from the others. */
  private static List<Finding> sums(StatedCounts counts) {
    List<Finding> found = new ArrayList<>();
    for (StatedCounts.Count whole : counts.all()) {
      for (List<StatedCounts.Count> cover : counts.covers(whole.columns())) {
        if (StatedCounts.total(cover).value().compareTo(whole.value()) != 0) {
          found.add(sumFails(whole, cover, List.of()));
        }
      }
    }
    return found;
  }

  /** The identity of ledger.md 5, as soon as both closed and open dossiers are spoken of. */
  private static Optional<Finding> balance(StatedCounts counts) {
    Optional<StatedCounts.Count> inflow =
        counts.all().stream()
            .filter(count -> count.columns().equals(StatedCounts.INFLOW))
            .findFirst();
    List<StatedCounts.Count> outflow = counts.outflow();
    List<String> missing = StatedCounts.missing(outflow);
    boolean speaksOfBoth = !missing.contains("closedOnTime") && !missing.contains("openInTime");
    if (inflow.isEmpty()
        || !speaksOfBoth
        || StatedCounts.total(outflow).value().compareTo(inflow.get().value()) == 0) {
      return Optional.empty();
    }
    return Optional.of(sumFails(inflow.get(), outflow, missing));
  }

  private static Finding sumFails(
      StatedCounts.Count whole, List<StatedCounts.Count> parts, List<String> notStated) {
    List<Fault.Named> named = parts.stream().map(StatedCounts.Count::named).toList();
    return new Finding(whole.figure(), new Fault.SumFails(whole.named(), named, notStated));
  }

  private static Optional<Finding> splitNotStated(PublishedFigure figure, StatedCounts counts) {
    boolean openTotal =
        figure.value().isPresent()
            && figure.expression().orElse(null) instanceof LedgerExpression.Sum sum
            && Set.copyOf(sum.columns()).equals(Set.of("openInTime", "openOverdue"));
    boolean split =
        counts.exactly(List.of("openInTime")).isPresent()
            || counts.exactly(List.of("openOverdue")).isPresent();
    return openTotal && !split
        ? Optional.of(new Finding(figure, new Fault.SplitNotStated(figure.value().get())))
        : Optional.empty();
  }

  /**
   * Metrics that name their part: x and x_district and x_communes; published on the portal, of all.
   */
  private static List<Finding> levels(PublishedFigure whole, Publication publication) {
    String stem = whole.metric().replaceFirst("_total$", "");
    List<PublishedFigure> parts =
        Stream.of(stem + "_district", stem + "_communes")
            .flatMap(metric -> find(publication, whole, metric).stream())
            .toList();
    List<Finding> found = new ArrayList<>();
    if (parts.size() == 2 && whole.value().isPresent()) {
      Fault.SumFails sum =
          new Fault.SumFails(
              named(whole), parts.stream().map(PublicationChecks::named).toList(), List.of());
      if (sum.sum().compareTo(whole.value().get()) != 0) {
        found.add(new Finding(whole, sum));
      }
    }
    if (whole.metric().equals("procedures_published_on_portal")) {
      find(publication, whole, "procedures_total")
          .filter(
              total ->
                  whole.value().isPresent()
                      && whole.value().get().compareTo(total.value().get()) > 0)
          .ifPresent(
              total ->
                  found.add(
                      new Finding(whole, new Fault.PartExceedsWhole(named(whole), named(total)))));
    }
    return found;
  }

  private static Optional<PublishedFigure> find(
      Publication publication, PublishedFigure beside, String metric) {
    return publication
        .beside(beside.statement())
        .filter(figure -> figure.metric().equals(metric) && figure.value().isPresent())
        .findFirst();
  }

  private static Fault.Named named(PublishedFigure figure) {
    return new Fault.Named(figure.metric(), figure.value().orElseThrow());
  }
}
