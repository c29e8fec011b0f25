package motcua.standalone.page;

import static motcua.standalone.page.Visit.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The view of reconciling: figures typed and in a file, beside the ledger. */
@Timeout(300)
@Tag("page")
@ExtendWith(ExampleStage.Shared.class)
class ReconcileViewIT {
  private static final String QUARTER = "doi-chieu?period=2026-Q3&calendar=legal";

  @Test
  void shouldCompareWhatIsTypedAndLeadToDossiers(ExampleStage stage) {
    try (Visit visit = Visit.to(stage, Screen.DESK, QUARTER)) {
      Page page = visit.page();
      type(page, 0, "received_total", "3");
      compare(page);
      assertTrue(
          visit.text(".summary").startsWith("Khớp. Đã đọc 1 con số"), visit.text(".summary"));

      type(page, 0, "received_total", "4");
      compare(page);
      page.waitForSelector(".summary:has-text('Không khớp.')");
      Locator row = page.locator(".statement tbody tr");
      assertEquals(List.of("4"), cell(row, "In"));
      assertEquals(List.of("3"), cell(row, "Sổ cái"));
      Locator list = page.locator("details.behind:has-text('tiếp nhận: 3')");
      list.locator("summary").focus();
      page.keyboard().press("Enter");
      list.locator(".dossiers a").first().waitFor();
      assertEquals(3, list.locator(".dossiers li").count());
      visit.picture("reconcile-typed");
    }
  }

  private static void type(Page page, int line, String metric, String printed) {
    page.locator(".typed-line select").nth(line).selectOption(metric);
    page.locator(".typed-line input").nth(line).fill(printed);
  }

  private static void compare(Page page) {
    page.click("form.reconcile button[type=submit]");
    page.waitForSelector(".statement");
  }

  @Test
  void shouldSayEveryFaultOfWhatIsTyped(ExampleStage stage) {
    try (Visit visit = Visit.to(stage, Screen.DESK.speaking("en"), QUARTER + "&scope=H99.31.07")) {
      Page page = visit.page();
      type(page, 0, "received_total", "ba");
      page.click("button.add");
      assertEquals(6, page.locator(".typed-line").count());
      assertEquals(
          true,
          page.locator(".typed-line select")
              .nth(5)
              .evaluate("one => one === document.activeElement"));
      page.click("form.reconcile button[type=submit]");
      page.waitForSelector(".fault:has-text('1 faults, nothing was compared:')");
      assertEquals("vi", page.locator(".fault ul").getAttribute("lang"));
      assertEquals("ba", page.locator(".typed-line input").first().inputValue());
      visit.forgive(400);
    }
  }

  @Test
  void shouldReadAFile(ExampleStage stage) {
    String csv =
        """
        district,province,period_from,period_to,level,metric,ledger_column,value,printed_denominator,unit,source_line,printed_text,check_result,scope,field,printed_on
        Mẫu,,2026-06-15,2026-09-14,not_stated,received_total,received,5,,dossiers,,5,,H99.31.07,,
        """;
    try (Visit visit = Visit.to(stage, Screen.DESK, "doi-chieu")) {
      Page page = visit.page();
      page.selectOption("select[name=way]", "file");
      assertEquals(0, page.locator(".typed-line").count());
      page.setInputFiles(
          "input[name=csv]",
          new FilePayload("in.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
      compare(page);
      assertTrue(visit.text(".summary").startsWith("Không khớp. Đã đọc 1 con số"));
      assertTrue(visit.text(".statement h2").contains("từ 15/6/2026 đến 14/9/2026 (H99.31.07)"));
    }
  }

  @Test
  void shouldFitEveryScreenInBothLanguages(ExampleStage stage) {
    for (Screen seat : Screen.ALL) {
      try (Visit visit = Visit.to(stage, seat, QUARTER)) {
        type(visit.page(), 0, "received_total", "4");
        compare(visit.page());
        visit.assertScreen();
        visit.picture("reconcile");
      }
    }
  }
}
