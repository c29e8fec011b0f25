package motcua.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import motcua.core.score.Decision;
import motcua.core.score.Score;
import motcua.core.score.ScoringTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringFileTest {
  private static final Path EXAMPLE = Path.of("../docs/examples/scoring.json");
  private static final String TABLE =
      """
      {"decisions": [{"number": "1/QĐ", "issuer": "Tỉnh", "validFrom": "2024-01-01", "validTo": "2024-12-31", "criteria": [
        {"code": "a", "title": "A", "ratio": "onTime", "max": 4, "otherwise": 0,
         "steps": [{"atLeast": 99.5, "points": 4}, {"above": 95, "points": 2.5}, {"atLeast": 95, "points": 1}]}]}]}""";

  @Test
  void shouldScoreThroughThresholdsWithoutRounding() {
    Decision decision = table(TABLE).on(LocalDate.of(2024, 9, 14)).orElseThrow();

    assertEquals(Optional.of(new BigDecimal("4")), points(decision, 1_990, 10));
    assertEquals(Optional.of(new BigDecimal("2.5")), points(decision, 9_501, 499));
    assertEquals(Optional.of(new BigDecimal("1")), points(decision, 95, 5));
    assertEquals(Optional.of(new BigDecimal("0")), points(decision, 94_999, 5_001));
    assertEquals(Optional.empty(), points(decision, 0, 0), "no data is not 0 points");
  }

  @Test
  void shouldHoldOnItsDaysOnly() {
    ScoringTable table = table(TABLE);

    assertTrue(table.on(LocalDate.of(2024, 12, 31)).isPresent());
    assertTrue(table.on(LocalDate.of(2025, 1, 1)).isEmpty());
    assertTrue(table.on(LocalDate.of(2023, 12, 31)).isEmpty());
  }

  /**
   * Đắk Song, 89,4 % on time: what the decision gives in between is not known, and is not made up.
   */
  @Test
  void shouldLeaveUnknownWhatTheWorkedExampleDoesNotSay() throws IOException {
    Decision decision =
        table(Files.readString(EXAMPLE)).on(LocalDate.of(2023, 10, 14)).orElseThrow();
    List<Score> scores =
        decision.score(
            ReportRow.of(
                Amounts.ZERO,
                Amounts.of(Measure.CLOSED_EARLY, 894)
                    .plus(Measure.CLOSED_LATE, 106)
                    .plus(Measure.RECEIVED_ONLINE, 501)
                    .plus(Measure.RECEIVED_DIRECT, 499)));

    assertEquals("1704/QĐ-UBND", decision.number());
    assertEquals(Optional.empty(), scores.get(0).points());
    assertEquals(Optional.of(new BigDecimal("4")), scores.get(2).points());
    for (Score score : scores) {
      assertTrue(score.criterion().note().contains("Chưa rõ"), score.criterion().note());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"onTime\" | \"timely\" | ratio is \"timely\", expected one of onTime, late",
        "\"max\": 4 | \"max\": 0 | max is 0, expected a number above 0",
        "\"max\": 4 | \"max\": 3 | points is 4, expected points from 0 to 3",
        "\"points\": 4 | \"punkte\": 4 | unknown key 'punkte'",
        "\"atLeast\": 99.5 | \"atLeast\": 94 | thresholds from the highest to the lowest",
        "\"atLeast\": 99.5 | \"atLeast\": 100.5 | a percentage from 0 to 100",
        "\"atLeast\": 99.5 | \"atLeast\": \"99,5\" | atLeast is \"99,5\", expected a number",
        "\"atLeast\": 99.5, | \"\": 0, | unknown key ''",
        "\"otherwise\": 0 | \"otherwise\": \"unknown\" | note is missing, expected a note that says what is unknown",
        "\"otherwise\": 0 | \"otherwise\": null | otherwise is null, expected points from 0 to 4",
        "\"2024-01-01\" | \"01/01/2024\" | validFrom is \"01/01/2024\", expected a day",
        "\"2024-12-31\" | \"2023-12-31\" | validTo is \"2023-12-31\", expected a day not before validFrom",
        "\"number\": \"1/QĐ\" | \"number\": \"\" | 'number' is missing",
        "{\"decisions\": [ | {\"decision\": [ | unknown key 'decision'",
        "}]}]} | }]}]} x | not JSON"
      })
  void shouldSayWhatIsWrongAndWhere(String right, String wrong, String says) {
    assertTrue(TABLE.contains(right), right);

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> table(TABLE.replace(right, wrong)));

    assertTrue(refused.getMessage().startsWith("scoring.json: "), refused.getMessage());
    assertTrue(refused.getMessage().contains(says), refused.getMessage());
  }

  @Test
  void shouldRefuseTwoDecisionsOnOneDay() {
    String one = TABLE.substring(TABLE.indexOf('[') + 1, TABLE.lastIndexOf(']'));
    String two = one.replace("1/QĐ", "2/QĐ").replace("2024-01-01", "2024-12-31");

    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> table("{\"decisions\": [%s, %s]}".formatted(two, one)))
            .getMessage();

    assertTrue(message.contains("1/QĐ and 2/QĐ both hold on 2024-12-31"), message);
  }

  private static Optional<BigDecimal> points(Decision decision, long onTime, long late) {
    return decision
        .score(
            ReportRow.of(
                Amounts.ZERO,
                Amounts.of(Measure.CLOSED_ON_TIME, onTime).plus(Measure.CLOSED_LATE, late)))
        .getFirst()
        .points();
  }

  private static ScoringTable table(String text) {
    return ScoringFile.parse("scoring.json", text);
  }
}
