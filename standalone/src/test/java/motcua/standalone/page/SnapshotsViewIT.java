package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import motcua.standalone.Intake;
import motcua.standalone.cli.SnapshotCommands;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reports as an official publishes them: makes, publishes, is refused, saves files, revises. */
@Timeout(300)
@Tag("page")
@ExtendWith(ExampleStage.Shared.class)
class SnapshotsViewIT {
  private static final String QUARTER = "bao-cao?period=2026-Q3&calendar=legal&form=II.06a";

  @Test
  void shouldMakePublishAndSave(ExampleStage stage) throws Exception {
    long id;
    try (Visit visit = Visit.to(stage, Screen.DESK, QUARTER)) {
      id = publish(visit);
      visit.go("bao-cao?snapshot=" + id);
      assertPublished(visit, id);
      for (String format : List.of("XLSX", "DOCX", "PDF")) {
        save(visit.page(), format, stage.folder());
      }
    }
    SnapshotCommands.check(stage.url(), id, stage.folder());
    assertFalse(Files.exists(stage.browsers()), "a browser was downloaded");
    for (Screen seat : Screen.ALL) {
      try (Visit visit = Visit.to(stage, seat, "bao-cao?snapshot=" + id)) {
        visit.assertScreen();
        visit.picture("snapshot");
      }
    }
  }

  private static long publish(Visit visit) {
    Page page = visit.page();
    page.fill(".make input[name=author]", "Trần Thị B");
    page.click(".make .prepare");
    page.waitForSelector(".make .done:has-text('Đã lập bản tạm tính số')");
    page.click(".make .publish");
    page.waitForSelector(".make .done:has-text('Đã công bố báo cáo số')");
    String link = page.locator(".make .done a").getAttribute("href");
    page.click(".make .publish");
    page.waitForSelector(".make .fault:has-text('đã được công bố')");
    visit.forgive(409);
    assertEquals(
        List.of("Đã công bố", "Tạm tính"),
        page.locator(".snapshots td[data-label='Tình trạng']").allTextContents().subList(0, 2));
    visit.picture("snapshots");
    return Long.parseLong(link.replaceAll(".*snapshot=", ""));
  }

  private static void assertPublished(Visit visit, long id) {
    assertEquals("Báo cáo số " + id + ": Toàn bộ, kỳ từ 15/6/2026 đến 14/9/2026", visit.text("h1"));
    assertTrue(visit.text(".acts").contains("Công bố, Trần Thị B"), visit.text(".acts"));
    assertEquals(
        List.of("3", "1", "2", "0", "2", "0", "1", "1", "1", "1", "0"),
        visit.page().locator("table.form tfoot td[data-label]").allTextContents());
    assertTrue(visit.text(".paragraphs p").contains("3 hồ sơ, gồm trực tuyến 1"));
    assertTrue(visit.text(".revision").contains("chưa có số liệu nào làm thay đổi"));
    visit.page().click("table.form tfoot td[data-label^='(10)'] button");
    visit.page().waitForSelector("dialog.drill[open] .dossiers a");
    assertEquals(1, visit.page().locator(".dossiers li").count());
    visit.page().keyboard().press("Escape");
  }

  private static void save(Page page, String format, Path folder) throws Exception {
    Download download =
        page.waitForDownload(() -> page.click("[aria-label='Biểu báo cáo, tệp " + format + "']"));
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    assertTrue(
        file.getFileName()
            .toString()
            .endsWith("all-2026-06-15-2026-09-14-v1." + format.toLowerCase(Locale.ROOT)),
        file.toString());
    assertTrue(Files.size(file) > 1_000, file.toString());
  }

  /** A dossier of March, recorded half a year later. */
  private static Path late(Path folder) throws Exception {
    String line =
        """
        {"eventId":"late:%d","source":"late","dossierId":"H99.31.07-260320-0001","type":"%s","occurredAt":"2026-03-%dT09:00:00+07:00","recordedAt":"2026-09-14T16:30:00+07:00"%s}
        """;
    String reception =
        ",\"unit\":\"H99.31.07\",\"procedure\":\"1.990001.000.00.00.H99\",\"field\":\"G99-MA01\",\"channel\":\"DIRECT\",\"dueAt\":\"2026-03-27T17:00:00+07:00\"";
    return Files.writeString(
        folder.resolve("late.ndjson"),
        line.formatted(1, "RECEIVED", 20, reception) + line.formatted(2, "COMPLETED", 25, ""));
  }

  /** Published at the end of March; what became known the day before today is proposed. */
  @Test
  void shouldReviseAndCompareInEnglish(ExampleStage stage) throws Exception {
    stage.ingest(Intake.RecordedAt.INPUT, late(stage.folder()));
    String days = "bao-cao?scope=H99.31.07&from=2026-03-16&to=2026-03-31&knownOn=2026-03-31";
    try (Visit visit = Visit.to(stage, Screen.DESK.speaking("en"), days)) {
      Page page = visit.page();
      page.fill(".make input[name=author]", "Trần Thị B");
      page.click(".make .publish");
      page.waitForSelector(".make .done:has-text('is published')");
      page.click(".make .done a");
      page.waitForSelector(".revision form");
      visit.picture("snapshot-proposal");
      page.fill(".revision input[name=reason]", "came late");
      page.fill(".revision input[name=author]", "Trần Thị B");
      page.click(".revision button[type=submit]");
      page.waitForSelector(".acts li:has-text('Revised, Trần Thị B')");
      assertTrue(visit.text("main").contains("Revision 1."), visit.text("main"));
      assertTrue(page.locator(".compare tbody tr").count() > 0, "nothing differs");
      page.locator(".compare tbody tr button").first().click();
      page.waitForSelector("dialog.drill[open] .dossiers a");
      visit.picture("snapshot-compared");
    }
  }
}
