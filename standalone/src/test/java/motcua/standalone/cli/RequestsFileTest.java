package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import motcua.core.form.FormPreset;
import motcua.readmodel.Breakdown;
import motcua.report.ReportRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsFileTest {
  @TempDir Path folder;

  @Test
  void shouldReadEachRequestWithItsForm() throws Exception {
    Map<String, ReportRequest> requests =
        RequestsFile.read(
            file(
                """
                [{"id":"a","from":"2024-07-01","to":"2024-07-31","by":"field","form":"II.06a"},
                 {"id":"b","from":"2024-07-01","to":"2024-07-31","scope":"U","knownOn":"2024-08-01","form":"strict"},
                 {"id":"c","from":"2024-07-01","to":"2024-07-31","form":null}]
                """));

    LocalDate from = LocalDate.of(2024, 7, 1);
    LocalDate to = LocalDate.of(2024, 7, 31);
    assertEquals(List.of("a", "b", "c"), List.copyOf(requests.keySet()));
    assertEquals(
        new ReportRequest("ALL", from, to, null, Breakdown.FIELD, FormPreset.II_06A),
        requests.get("a"));
    assertEquals(
        new ReportRequest(
            "U", from, to, LocalDate.of(2024, 8, 1), Breakdown.NONE, FormPreset.STRICT),
        requests.get("b"));
    assertEquals(new ReportRequest("ALL", from, to, null, Breakdown.NONE), requests.get("c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "II.06b" | entry 1: form 'II.06b', expected strict or II.06a
          ""       | entry 1: form is no text
          6        | entry 1: form is no text
          """)
  void shouldRefuseAFormThereIsNot(String form, String expected) throws Exception {
    Path file =
        file(
            "[{\"id\":\"a\",\"from\":\"2024-07-01\",\"to\":\"2024-07-31\",\"form\":" + form + "}]");

    Exception wrong = assertThrows(Checks.WrongValueException.class, () -> RequestsFile.read(file));

    assertEquals("--requests: " + expected, wrong.getMessage());
  }

  private Path file(String json) throws Exception {
    return Files.writeString(folder.resolve("q.json"), json);
  }
}
