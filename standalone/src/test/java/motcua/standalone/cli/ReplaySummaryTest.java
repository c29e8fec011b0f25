package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import motcua.core.ledger.Amounts;
import motcua.core.ledger.Measure;
import motcua.core.ledger.ReportRow;
import motcua.core.policy.Policy;
import motcua.readmodel.Breakdown;
import motcua.readmodel.DeadLetterLine;
import motcua.readmodel.MarkLine;
import motcua.report.Report;
import motcua.report.ReportRequest;
import org.junit.jupiter.api.Test;

class ReplaySummaryTest {
  private static final Path FILE = Path.of("r.json");

  @Test
  void shouldCountWhatWasReceivedAndWhatWasWrongByCode() {
    Report report =
        report(
            List.of(
                letter("JSON_BROKEN: not valid JSON"),
                letter("ENCODING: x"),
                letter("ENCODING: y")),
            List.of(new MarkLine("U", "h", "d", "NO_DUE", "")));

    assertEquals(
        "motcua: r.json written: 12 received, 3 dead letters (2 ENCODING, 1 JSON_BROKEN), 1 marks (1 NO_DUE)",
        ReplaySummary.of(FILE, List.of(report)));
  }

  @Test
  void shouldSayThatNothingWasWrong() {
    assertEquals(
        "motcua: r.json written: 12 received, 0 dead letters, 0 marks",
        ReplaySummary.of(FILE, List.of(report(List.of(), List.of()))));
  }

  @Test
  void shouldCountDeadLettersOfSeveralReportsOnce() {
    Report report = report(List.of(letter("ENCODING: x")), List.of());

    assertEquals(
        "motcua: r.json written: 2 reports, 1 dead letters (1 ENCODING)",
        ReplaySummary.of(FILE, List.of(report, report)));
  }

  private static DeadLetterLine letter(String reason) {
    return new DeadLetterLine("f", reason, "x.json", "record 1");
  }

  private static Report report(List<DeadLetterLine> letters, List<MarkLine> marks) {
    LocalDate day = LocalDate.of(2024, 7, 1);
    return new Report(
        new ReportRequest("ALL", day, day, null, Breakdown.NONE),
        Instant.EPOCH,
        Policy.DEFAULT,
        new Report.Versions("", "", ""),
        List.of(),
        ReportRow.of(Amounts.ZERO, Amounts.of(Measure.RECEIVED_ONLINE, 12)),
        marks,
        letters);
  }
}
