package motcua.core.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import motcua.core.publication.PrintedNumber.Context;
import motcua.schemas.sample.SampleFiles;
import org.junit.jupiter.api.Test;

class PrintedNumberTest {
  @Test
  void shouldReadDotsAsThousandsInCounts() {
    assertEquals(number("12860"), PrintedNumber.read("12.860", Context.COUNT));
    assertEquals(number("1728"), PrintedNumber.read(" 1.728 ", Context.COUNT));
    assertEquals(number("1234567"), PrintedNumber.read("1.234.567", Context.COUNT));
    assertEquals(number("12860"), PrintedNumber.read("12,860", Context.COUNT));
    assertEquals(number("307"), PrintedNumber.read("307", Context.COUNT));
  }

  @Test
  void shouldReadEitherSignAsDecimalsInMeasures() {
    assertEquals(number("99.43"), PrintedNumber.read("99,43%", Context.MEASURE));
    assertEquals(number("9.5"), PrintedNumber.read("9.5", Context.MEASURE));
    assertEquals(number("9.5"), PrintedNumber.read("9.5", Context.COUNT));
    assertEquals(number("99.738"), PrintedNumber.read("99,738 %", Context.MEASURE));
    assertEquals(number("1234.5"), PrintedNumber.read("1.234,5", Context.MEASURE));
    assertEquals(number("1234.5"), PrintedNumber.read("1,234.5", Context.MEASURE));
  }

  @Test
  void shouldKeepTheDecimalsPrinted() {
    assertEquals(2, PrintedNumber.read("99,40", Context.MEASURE).orElseThrow().scale());
    assertEquals(0, PrintedNumber.read("12.860", Context.COUNT).orElseThrow().scale());
  }

  @Test
  void shouldRefuseWhatIsNoNumber() {
    for (String text :
        List.of("", "-", "9.", ",5", "1.2.3", "1.23,4.5", "12.860 hồ sơ", "1,234,5")) {
      assertEquals(Optional.empty(), PrintedNumber.read(text, Context.MEASURE), text);
    }
  }

  @Test
  void shouldPrintInVietnameseForm() {
    assertEquals("66.597", PrintedNumber.count(66_597));
    assertEquals("0", PrintedNumber.count(0));
    assertEquals("99,74%", PrintedNumber.percent(new BigDecimal("99.74")));
    assertEquals("0,26%", PrintedNumber.percent(new BigDecimal("0.26")));
    assertEquals("1.319", PrintedNumber.number(new BigDecimal("1319")));
  }

  /** Four metrics stand in words, or their text is quoted for another number. */
  @Test
  void shouldReadEveryFigureOfTheFiveDistrictsFromItsText() {
    List<PublishedFigure> figures = PublishedFiguresCsv.parse(SampleFiles.PUBLISHED_FIGURES.text());
    Set<String> inWords =
        Set.of(
            "fields_at_one_stop", "online_level4_dossiers", "par_ontime_lost", "par_apology_lost");
    int read = 0;
    for (PublishedFigure figure : figures) {
      if (figure.value().isPresent() && figure.isPrinted() && !inWords.contains(figure.metric())) {
        boolean found =
            PrintedNumber.allIn(figure.printedText(), figure.context()).stream()
                .anyMatch(token -> token.value().compareTo(figure.value().get()) == 0);
        assertTrue(found, figure.metric() + ": " + figure.printedText());
        read++;
      }
    }
    assertEquals(104, figures.size());
    assertTrue(read > 90, "read " + read);
  }

  private static Optional<BigDecimal> number(String plain) {
    return Optional.of(new BigDecimal(plain));
  }
}
