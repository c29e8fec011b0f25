package motcua.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import motcua.core.document.Cell;
import motcua.core.document.Cell.Term;
import motcua.core.document.Document;
import motcua.core.document.Paragraph;
import motcua.core.document.Part;
import motcua.core.document.Rows;
import motcua.core.document.Table;
import motcua.core.ledger.Ratio;

/** Documents of every shape, whose sums and shares follow from their cells. */
final class RandomDocuments {
  private static final List<String> WORDS =
      List.of(
          "=1+1", "+84", "-", "@", "hồ sơ", "Ủy ban", "<&>\"'", "  hai ", "ƯỜNG", "1.234", "💡");

  private final Random random;

  RandomDocuments(Random random) {
    this.random = random;
  }

  Document next() {
    List<Part> parts = new ArrayList<>();
    int count = random.nextInt(5);
    for (int part = 0; part < count; part++) {
      parts.add(
          random.nextBoolean()
              ? table()
              : new Paragraph(text(), pick(List.of(Paragraph.Style.values()))));
    }
    return new Document(
        random.nextBoolean() ? Optional.of(SampleDocuments.LETTERHEAD) : Optional.empty(),
        "T" + text(),
        some(this::text),
        random.nextBoolean() ? Optional.of("M" + text()) : Optional.empty(),
        parts,
        some(this::text));
  }

  private Table table() {
    int counts = 1 + random.nextInt(4);
    List<List<Term>> sums =
        IntStream.range(0, random.nextInt(4)).mapToObj(sum -> terms(counts)).toList();
    List<List<Term>> shares =
        IntStream.range(0, random.nextInt(3) * 2).mapToObj(share -> terms(counts)).toList();
    int columns = counts + sums.size() + shares.size() / 2 + 2;
    List<List<Cell>> lines = new ArrayList<>();
    long[] totals = new long[counts];
    int count = random.nextInt(4) == 0 ? 0 : random.nextInt(12);
    for (int line = 0; line < count; line++) {
      long[] figures = new long[counts];
      for (int figure = 0; figure < counts; figure++) {
        figures[figure] = random.nextInt(3) == 0 ? 0 : random.nextInt(2_000_000) - 1_000;
        totals[figure] += figures[figure];
      }
      lines.add(line(figures, sums, shares, false));
    }
    return new Table(
        text(),
        IntStream.range(0, columns).mapToObj(column -> column()).toList(),
        Rows.of(lines),
        random.nextBoolean() ? Optional.of(line(totals, sums, shares, true)) : Optional.empty());
  }

  private Table.Column column() {
    return new Table.Column(
        random.nextBoolean() ? pick(List.of("A", "B")) : "",
        text(),
        random.nextBoolean() ? "(" + random.nextInt(20) + ")" : "",
        random.nextInt(20));
  }

  private List<Cell> line(
      long[] figures, List<List<Term>> sums, List<List<Term>> shares, boolean total) {
    List<Cell> cells = new ArrayList<>();
    for (long figure : figures) {
      cells.add(total ? new Cell.ColumnSum(figure) : new Cell.Count(figure));
    }
    sums.forEach(terms -> cells.add(new Cell.Sum(sum(figures, terms), terms)));
    for (int share = 0; share < shares.size(); share += 2) {
      List<Term> numerator = shares.get(share);
      List<Term> denominator = shares.get(share + 1);
      Ratio.Value ratio =
          numerator.isEmpty() || denominator.isEmpty()
              ? new Ratio.Value(random.nextInt(100), random.nextInt(100))
              : new Ratio.Value(sum(figures, numerator), sum(figures, denominator));
      cells.add(new Cell.Share(ratio, numerator, denominator));
    }
    cells.add(new Cell.Text(random.nextBoolean() ? text() : ""));
    cells.add(new Cell.Day(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700))));
    return cells;
  }

  private List<Term> terms(int counts) {
    return IntStream.range(0, random.nextInt(counts + 1))
        .mapToObj(term -> new Term(random.nextInt(counts), random.nextInt(3) == 0))
        .toList();
  }

  /** What the terms give; any whole number where there are none. */
  private long sum(long[] figures, List<Term> terms) {
    if (terms.isEmpty()) {
      return random.nextInt(1_000);
    }
    return terms.stream()
        .mapToLong(term -> term.taken() ? -figures[term.column()] : figures[term.column()])
        .sum();
  }

  private List<String> some(Supplier<String> source) {
    return Stream.generate(source).limit(random.nextInt(4)).toList();
  }

  private String text() {
    StringBuilder text = new StringBuilder(pick(WORDS));
    int words = random.nextInt(3) == 0 ? random.nextInt(60) : random.nextInt(4);
    for (int word = 0; word < words; word++) {
      text.append(' ').append(pick(WORDS));
    }
    return text.toString();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
