package motcua.core.interpretation;

import static motcua.core.interpretation.SightingBuilder.header;
import static motcua.core.interpretation.SightingBuilder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The three dossiers of national-payload.md 8, record by record. All arrive on 15/9, headers before
 * steps.
 */
class PayloadExamplesTest {
  private static final String HEADERS = "2026-09-15T08:00:00";
  private static final String STEPS = "2026-09-15T08:00:05";

  @Test
  void shouldTellTheDossierThatWasOnTime() {
    Told told =
        Told.of(
            header(10)
                .procedure("1.990001.000.00.00.H99", "G99-MA01")
                .channel("2")
                .received("2026-08-20 08:10:00")
                .due("2026-08-26 17:00:00")
                .completed("2026-08-26 15:42:10")
                .returned("2026-08-28 09:05:00")
                .unitName("Trung tâm Phục vụ hành chính công xã Mẫu Sơn")
                .fees(1, "1")
                .file(true, "a-1")
                .file(true, "a-2")
                .result("r-a-1")
                .at(HEADERS),
            row(1, "2026-08-19 20:14:05").at(STEPS),
            row(2, "2026-08-20 08:10:00").position(1).at(STEPS),
            row(4, "2026-08-20 09:00:00").position(2).at(STEPS),
            row(9, "2026-08-26 15:42:10").position(3).at(STEPS),
            row(10, "2026-08-28 09:05:00").position(4).at(STEPS));

    assertEquals(
        List.of(
            "RECEIVED 2026-08-20 08:10 H99.31.07 1.990001.000.00.00.H99 G99-MA01 ONLINE due 2026-08-26 17:00",
            "COMPLETED 2026-08-26 15:42",
            "RETURNED 2026-08-28 09:05",
            "COMPONENTS_DIGITISED 2026-09-15 08:00 FULL",
            "RESULT_DIGITISED 2026-09-15 08:00",
            "FEE_PAID 2026-09-15 08:00 online"),
        told.events());
    assertEquals(List.of(), told.allMarks());
  }

  @Test
  void shouldTellTheDossierThatWasLateAfterASupplement() {
    Told told =
        Told.of(
            header(10)
                .procedure("1.990002.000.00.00.H99", "G99-MA02")
                .received("2026-08-24 09:30:00")
                .due("2026-09-07 17:00:00")
                .completed("2026-09-10 16:20:00")
                .returned("2026-09-11 08:45:00")
                .fees(1, "0")
                .file(true, "b-1")
                .file(false, "b-2")
                .supplement(
                    "bs-b-1",
                    "2026-08-26 14:00:00",
                    "2026-08-28 14:00:00",
                    "2026-09-03 17:00:00",
                    "2026-09-07 17:00:00")
                .at(HEADERS),
            row(2, "2026-08-24 09:30:00").position(5).at(STEPS),
            row(4, "2026-08-24 10:15:00").position(6).at(STEPS),
            row(5, "2026-08-26 14:00:00").position(7).at(STEPS),
            row(4, "2026-08-28 14:00:00").position(8).at(STEPS),
            row(4, "2026-09-04 16:00:00").says(Sighting.APOLOGY).position(9).at(STEPS),
            row(9, "2026-09-10 16:20:00").position(10).at(STEPS),
            row(10, "2026-09-11 08:45:00").position(11).at(STEPS));

    assertEquals(
        List.of(
            "RECEIVED 2026-08-24 09:30 H99.31.07 1.990002.000.00.00.H99 G99-MA02 DIRECT due 2026-09-03 17:00",
            "SUSPENDED 2026-08-26 14:00 SUPPLEMENT",
            "RESUMED 2026-08-28 14:00 due 2026-09-07 17:00",
            "APOLOGISED 2026-09-04 16:00",
            "COMPLETED 2026-09-10 16:20",
            "RETURNED 2026-09-11 08:45",
            "COMPONENTS_DIGITISED 2026-09-15 08:00 PARTIAL",
            "FEE_PAID 2026-09-15 08:00"),
        told.events());
    assertEquals(List.of(), told.allMarks());
  }

  @Test
  void shouldTellTheDossierThatIsOpen() {
    Told told =
        Told.of(
            header(4)
                .procedure("1.990003.000.00.00.H99", "G99-MA02")
                .channel("3")
                .received("2026-09-08 14:00:00")
                .due("2026-09-22 17:00:00")
                .at(HEADERS),
            row(2, "2026-09-08 14:00:00").at(STEPS),
            row(4, "2026-09-08 15:20:00").position(1).at(STEPS));

    assertEquals(
        List.of(
            "RECEIVED 2026-09-08 14:00 H99.31.07 1.990003.000.00.00.H99 G99-MA02 POSTAL due 2026-09-22 17:00"),
        told.events());
    assertEquals(List.of(), told.allMarks());
  }
}
