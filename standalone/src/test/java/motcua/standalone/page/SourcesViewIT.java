package motcua.standalone.page;

import static motcua.standalone.page.Visit.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The view of sources: what came from each, and what could not be read. */
@Timeout(300)
@Tag("page")
@ExtendWith(ExampleStage.Shared.class)
class SourcesViewIT {
  @Test
  void shouldTellSourcesAndLettersInBothLanguages(ExampleStage stage) throws Exception {
    stage.ingest(broken(stage.folder()));
    try (Visit visit = Visit.to(stage, Screen.DESK, "nguon-du-lieu")) {
      Page page = visit.page();
      page.waitForFunction(
          "async () => (await (await fetch('/api/dead-letters/summary')).json()).total > 0");
      page.reload();
      visit.ready();
      assertEquals("Nguồn dữ liệu · Một cửa", page.title());
      Locator source = page.locator(".source-list tbody tr:has-text('nạp ban đầu')").first();
      source.waitFor();
      assertEquals(List.of("chưa lần nào"), cell(source, "Nghe lần cuối"));
      assertTrue(visit.text("main").contains("Sổ chưa được kiểm toán lần nào."));
      assertLetters(visit);
      page.click("details.marks summary");
      assertEquals(31, page.locator("details.marks tbody tr").count());
      assertTrue(visit.text("details.marks").contains("UNKNOWN_UNIT đơn vị không có trong cây"));
      visit.picture("sources-open");
    }
    try (Visit visit =
        Visit.to(stage, Screen.DESK.speaking("en"), "nguon-du-lieu?scope=H99.31.07")) {
      assertTrue(visit.text(".letters").contains("not valid JSON"), visit.text(".letters"));
      assertTrue(visit.text("main").contains("The books were never audited."));
      assertEquals(
          "vi", visit.page().locator("details.marks td [lang]").first().getAttribute("lang"));
    }
    for (Screen seat : Screen.ALL) {
      try (Visit visit = Visit.to(stage, seat, "nguon-du-lieu")) {
        visit.page().waitForSelector(".letters tbody tr");
        visit.assertScreen();
        visit.picture("sources");
      }
    }
  }

  private static Path broken(Path folder) throws Exception {
    return Files.writeString(folder.resolve("broken.ndjson"), "{\"eventId\": \n");
  }

  private static void assertLetters(Visit visit) {
    Page page = visit.page();
    page.waitForSelector(".letters caption:has-text('Danh sách:')");
    assertTrue(visit.text(".letters").contains("không phải JSON hợp lệ"), visit.text(".letters"));
    Object input =
        page.evaluate(
            "async () => (await (await fetch('/api/dead-letters?reason=JSON_BROKEN')).json()).deadLetters[0].input");
    assertTrue(visit.text(".letters").contains(input.toString()), visit.text(".letters"));
    page.selectOption(".letters-filter select[name=state]", "resolved");
    page.waitForSelector(".letters .none-found");
    page.selectOption(".letters-filter select[name=state]", "all");
    look(page, "other.ndjson");
    page.waitForSelector(".letters .none-found");
    look(page, input.toString());
    page.waitForSelector(".letters caption:text-is('Danh sách: 1 bản ghi')");
  }

  private static void look(Page page, String input) {
    page.fill(".letters-filter input[name=input]", input);
    page.keyboard().press("Enter");
  }
}
