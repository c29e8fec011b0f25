package motcua.core.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks printed percentages against the counts printed around them. */
final class PercentChecks {
  private static final String NUMBER = "(\\d+(?:[.,]\\d+)*)";
  private static final Pattern FRACTION_AND_PERCENT =
      Pattern.compile(NUMBER + "\\s*/\\s*" + NUMBER + "[^0-9]*" + NUMBER + "\\s*%");
  private static final String AS_RATE = "_printed_as_rate";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private PercentChecks() {}

  /** What is wrong with one figure as a percentage; empty when it holds, or is none. */
  static Optional<Finding> check(
      PublishedFigure figure, List<PublishedFigure> statement, StatedCounts counts) {
    if (figure.value().isEmpty()) {
      return Optional.empty();
    }
    Optional<Fault> fault = Optional.empty();
    if (figure.metric().endsWith(AS_RATE)) {
      fault = countPrintedAsRate(figure.value().get(), statement);
    } else if (figure.isPercent()) {
      fault = printedFraction(figure, statement).or(() -> ratio(figure, counts));
    }
    return fault.map(found -> new Finding(figure, found));
  }

  /** A share printed with its percentage: 12.347/21.849 ... 38,2%. */
  private static Optional<Fault> printedFraction(
      PublishedFigure figure, List<PublishedFigure> statement) {
    Matcher matcher = FRACTION_AND_PERCENT.matcher(figure.printedText());
    if (!matcher.find()) {
      return Optional.empty();
    }
    Optional<BigDecimal> numerator =
        PrintedNumber.read(matcher.group(1), PrintedNumber.Context.COUNT);
    Optional<BigDecimal> base = PrintedNumber.read(matcher.group(2), PrintedNumber.Context.COUNT);
    Optional<BigDecimal> percent =
        PrintedNumber.read(matcher.group(3), PrintedNumber.Context.MEASURE);
    if (!isCount(numerator) || !isCount(base) || percent.isEmpty() || base.get().signum() == 0) {
      return Optional.empty();
    }
    Fault.Share printed =
        new Fault.Share(
            new Fault.Named("tử số in", numerator.get()), new Fault.Named("mẫu số in", base.get()));
    return mismatch(percent.get(), printed, fits(percent.get(), statement));
  }

  /** Whole, and not some other long row of digits such as a telephone number. */
  private static boolean isCount(Optional<BigDecimal> number) {
    return number.filter(n -> n.scale() <= 0 && n.precision() <= 12).isPresent();
  }

  private static Optional<Fault> mismatch(
      BigDecimal percent, Fault.Share share, Optional<Fault.Share> fits) {
    long numerator = share.numerator().value().longValueExact();
    long base = share.denominator().value().longValueExact();
    return Percentage.prints(numerator, base, percent)
        ? Optional.empty()
        : Optional.of(
            new Fault.FractionMismatch(percent, share, Percentage.of(numerator, base, 2), fits));
  }

  /** The first share of two printed dossier counts that prints the percentage. */
  private static Optional<Fault.Share> fits(BigDecimal percent, List<PublishedFigure> statement) {
    List<PublishedFigure> counts =
        statement.stream()
            .filter(f -> f.isDossierCount() && f.isPrinted() && f.value().get().signum() > 0)
            .toList();
    for (PublishedFigure base : counts) {
      for (PublishedFigure part : counts) {
        long numerator = part.value().get().longValueExact();
        long denominator = base.value().get().longValueExact();
        if (numerator < denominator && Percentage.prints(numerator, denominator, percent)) {
          return Optional.of(new Fault.Share(named(part), named(base)));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> ratio(PublishedFigure figure, StatedCounts counts) {
    if (!(figure.expression().orElse(null) instanceof LedgerExpression.Ratio(LedgerRatio ratio))) {
      return Optional.empty();
    }
    BigDecimal percent = figure.value().get();
    Optional<Fault.Named> numerator = counts.exactly(ratio.numerator());
    Optional<Fault.Named> base = counts.exactly(ratio.denominator());
    if (numerator.isPresent() && base.isPresent() && base.get().value().signum() > 0) {
      return mismatch(percent, new Fault.Share(numerator.get(), base.get()), Optional.empty());
    }
    return Optional.of(reach(percent, bases(counts)));
  }

  /** Counts are missing: which printed ones could be the base? */
  private static Fault reach(BigDecimal percent, List<Fault.Named> bases) {
    List<Fault.Share> examples = new ArrayList<>();
    for (Fault.Named base : bases) {
      OptionalLong numerator = Percentage.numerator(percent, base.value().longValueExact());
      if (numerator.isPresent()) {
        examples.add(
            new Fault.Share(new Fault.Named("?", BigDecimal.valueOf(numerator.getAsLong())), base));
      }
    }
    OptionalLong smallest = Percentage.smallestBase(percent);
    return !bases.isEmpty() && examples.isEmpty()
        ? new Fault.PercentUnreachable(percent, bases, smallest)
        : new Fault.PercentUnproven(percent, List.copyOf(examples), smallest);
  }

  /**
   * What a share of dossiers is usually taken of: all, the finished ones, those on time, and closed
   * and open together.
   */
  private static List<Fault.Named> bases(StatedCounts counts) {
    List<Fault.Named> bases = new ArrayList<>();
    counts.all().stream()
        .filter(count -> count.value().signum() > 0)
        .forEach(count -> add(bases, count.named()));
    List<StatedCounts.Count> outflow = counts.outflow();
    if (outflow.size() > 1) {
      add(bases, StatedCounts.total(outflow));
    }
    return bases;
  }

  private static void add(List<Fault.Named> bases, Fault.Named base) {
    if (bases.stream().noneMatch(known -> known.value().compareTo(base.value()) == 0)) {
      bases.add(base);
    }
  }

  /**
   * A row called a rate: above 100 it is none, below it must be one of the services counted beside
   * it.
   */
  private static Optional<Fault> countPrintedAsRate(
      BigDecimal value, List<PublishedFigure> statement) {
    if (value.compareTo(HUNDRED) > 0) {
      return Optional.of(new Fault.RateAboveHundred(value));
    }
    List<Fault.Named> services =
        statement.stream()
            .filter(figure -> figure.unit().equals("online_services") && figure.value().isPresent())
            .map(PercentChecks::named)
            .toList();
    return Optional.of(reach(value, services));
  }

  private static Fault.Named named(PublishedFigure figure) {
    return new Fault.Named(figure.metric(), figure.value().orElseThrow());
  }
}
