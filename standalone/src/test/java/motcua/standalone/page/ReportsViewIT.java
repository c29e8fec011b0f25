package motcua.standalone.page;

import static motcua.standalone.page.Visit.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The view of reports: a period in detail and in form, and from each figure to its dossiers. */
@Timeout(300)
@Tag("page")
@ExtendWith(ExampleStage.Shared.class)
class ReportsViewIT {
  private static final String QUARTER = "bao-cao?period=2026-Q3&calendar=legal";

  @Test
  void shouldBeginWithTheQuarterOfToday(ExampleStage stage) {
    try (Visit visit = Visit.to(stage, Screen.DESK, "bao-cao")) {
      Page page = visit.page();
      assertEquals("Báo cáo · Một cửa", page.title());
      assertEquals("Báo cáo: Toàn bộ", visit.text("h1"));
      assertEquals("Q4", page.locator("select[name=part]").inputValue());
      assertEquals("2026", page.locator("input[name=year]").inputValue());
      assertTrue(visit.text(".report").contains("Số liệu tạm tính: kỳ báo cáo chưa kết thúc."));
      // Today is the first day of the last quarter: the one before is due.
      page.click("button.earlier");
      page.waitForSelector("caption:text-is('Kỳ từ 15/6/2026 đến 14/9/2026')");
      assertEquals("Q3", page.locator("select[name=part]").inputValue());
      assertFigures(page);
      assertFalse(visit.text(".report").contains("tạm tính"));
    }
  }

  private static void assertFigures(Page page) {
    Locator rows = page.locator(".report tbody tr");
    assertEquals(1, rows.count());
    assertEquals(
        List.of(ExampleStage.DESK, ExampleStage.DESK_CODE),
        rows.first().locator("th").innerText().lines().toList());
    for (Locator row : List.of(rows.first(), page.locator(".report tfoot tr"))) {
      assertEquals(List.of("50,00%", "1 / 2"), cell(row, "Tỷ lệ trễ hạn"));
      assertEquals(List.of("3"), cell(row, "Tiếp nhận"));
      assertEquals(List.of("1"), cell(row, "Đúng hạn"));
      assertEquals(List.of("1"), cell(row, "Trễ hạn"));
      assertEquals(List.of("0"), cell(row, "Đang quá hạn"));
      assertEquals(List.of("33,33%", "1 / 3"), cell(row, "Số hóa thành phần"));
    }
  }

  @Test
  void shouldShowTheForms(ExampleStage stage) {
    try (Visit visit = Visit.to(stage, Screen.DESK, QUARTER)) {
      Page page = visit.page();
      choose(page, "strict", "Mẫu chặt chẽ (strict)");
      // Running number and unit stand before the figures.
      assertEquals(2 + 18, page.locator("table.form th[scope=col]").count());
      assertEquals(0, page.locator(".column-numbers").count(), "it has no numbers");
      assertEquals(List.of("0"), cell(total(page), "Số lượng hồ sơ đang giải quyết: tạm dừng"));
      choose(page, "II.06a", "Biểu số II.06a/VPCP/KSTT");
      assertForm(page);
      assertParagraphs(visit);
      assertKeptInTheAddress(visit);
    }
  }

  private static void choose(Page page, String form, String title) {
    page.selectOption(".chooser select[name=form]", form);
    page.click(".chooser button[type=submit]");
    page.waitForSelector(
        "table.form caption:text-is('%s, kỳ từ 15/6/2026 đến 14/9/2026 (đơn vị tính: hồ sơ)')"
            .formatted(title));
  }

  private static Locator total(Page page) {
    return page.locator("table.form tfoot tr");
  }

  private static void assertForm(Page page) {
    assertEquals(
        List.of(
            "Số lượng hồ sơ tiếp nhận",
            "Số lượng hồ sơ đã giải quyết",
            "Số lượng hồ sơ đang giải quyết"),
        page.locator("table.form th[scope=colgroup]").allTextContents());
    assertEquals(
        IntStream.rangeClosed(1, 13).mapToObj(number -> "(" + number + ")").toList(),
        page.locator(".column-numbers th").allTextContents());
    for (Locator row : List.of(page.locator("table.form tbody tr"), total(page))) {
      assertEquals(
          List.of("3", "1", "2", "0", "2", "0", "1", "1", "1", "1", "0"),
          row.locator("td[data-label]").allTextContents());
    }
    assertTrue(page.locator(".form-notes").innerText().contains("Cột 9 (đúng hạn) gồm cả"));
  }

  private static void assertParagraphs(Visit visit) {
    assertEquals(
        "Tổng số hồ sơ tiếp nhận từ ngày 15/06/2026 đến ngày 14/09/2026: 3 hồ sơ, gồm trực tuyến 1; trực tiếp, bưu chính 2; từ kỳ trước 0.",
        visit.text(".paragraphs p"));
  }

  private static void assertKeptInTheAddress(Visit visit) {
    Page page = visit.page();
    assertTrue(page.url().endsWith("form=II.06a"), page.url());
    page.reload();
    page.waitForSelector("table.form tbody tr");
    assertEquals("II.06a", page.locator("select[name=form]").inputValue());
    page.selectOption("select[name=form]", "");
    page.click(".chooser button[type=submit]");
    page.waitForSelector("caption:text-is('Kỳ từ 15/6/2026 đến 14/9/2026')");
    assertEquals(0, page.locator("table.form").count());
    assertFalse(page.url().contains("form"), page.url());
    page.goBack();
    page.waitForSelector("table.form tbody tr");
  }

  @Test
  void shouldLeadFromATotalToADossier(ExampleStage stage) {
    for (String language : List.of("vi", "en")) {
      Screen seat = Screen.DESK.speaking(language);
      try (Visit visit = Visit.to(stage, seat, QUARTER + "&form=II.06a")) {
        Page page = visit.page();
        Locator figure = page.locator("tfoot td[data-label^='(3)'] button");
        figure.focus();
        page.keyboard().press("Enter");
        page.waitForSelector("dialog.drill[open] .dossiers a");
        assertEquals(3, page.locator(".dossiers li").count());
        assertEquals(
            language.equals("vi") ? "tiếp nhận trong kỳ: 3" : "received in the period: 3",
            visit.text("dialog.drill summary"));
        visit.picture("reports-drill");
        page.keyboard().press("Escape");
        page.waitForSelector("dialog.drill:not([open])", hidden());
        assertEquals(true, figure.evaluate("one => one === document.activeElement"));

        page.keyboard().press("Enter");
        String dossier = visit.text("dialog.drill[open] .dossiers a");
        page.click("dialog.drill[open] .dossiers a");
        page.waitForSelector("body[data-view=ho-so][data-state=ready]");
        assertTrue(visit.text("h1").endsWith(dossier), visit.text("h1"));
        assertEquals(1, page.locator("article.dossier").count());
      }
    }
  }

  private static Page.WaitForSelectorOptions hidden() {
    return new Page.WaitForSelectorOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }

  /** As messages and the cards of alerts link to it. */
  @Test
  void shouldOpenTheDossiersThatAnAddressAsksFor(ExampleStage stage) {
    String route = "bao-cao?scope=H99.31.07&from=2026-06-15&to=2026-09-14&column=closedLate";
    try (Visit visit = Visit.to(stage, Screen.DESK, route)) {
      visit.page().waitForSelector("dialog.drill[open] .dossiers a");
      assertEquals(1, visit.page().locator(".dossiers li").count());
      assertEquals("days", visit.page().locator("select[name=kind]").inputValue());
    }
  }

  @Test
  void shouldSplitAndLeadToThePartsDossiers(ExampleStage stage) {
    try (Visit visit = Visit.to(stage, Screen.DESK, QUARTER + "&by=field")) {
      Page page = visit.page();
      Locator rows = page.locator(".report tbody tr");
      assertTrue(rows.count() > 1, "the examples have several fields");
      int received = 0;
      for (Locator row : rows.all()) {
        assertFalse(row.locator(".part").innerText().isBlank());
        received += Integer.parseInt(cell(row, "Tiếp nhận").getFirst());
      }
      assertEquals(3, received);
      rows.first().locator("td[data-label='Tiếp nhận'] button").click();
      page.waitForSelector("dialog.drill[open] .dossiers a");
      String figure = cell(rows.first(), "Tiếp nhận").getFirst();
      assertEquals(figure, Integer.toString(page.locator(".dossiers li").count()));
    }
  }

  @Test
  void shouldNeverSayZeroWhereNothingIsKnown(ExampleStage stage) {
    try (Visit visit =
        Visit.to(stage, Screen.DESK.speaking("en"), "bao-cao?period=2026-09&calendar=legal")) {
      Locator total = visit.page().locator(".report tfoot tr");
      assertTrue(
          List.of("no data", "50.00%", "0.00%").contains(cell(total, "Late rate").getFirst()));
      visit.go("bao-cao?period=2020-Q1");
      assertTrue(visit.text(".report").contains("No dossier in this period."));
    }
  }

  @Test
  void shouldFitEveryScreenInBothLanguages(ExampleStage stage) {
    for (Screen seat : Screen.ALL) {
      for (String form : List.of("", "&form=strict", "&form=II.06a")) {
        try (Visit visit = Visit.to(stage, seat, QUARTER + form)) {
          visit.page().waitForSelector(".report tbody tr");
          visit.assertScreen();
          visit.picture("reports" + form.replace("&form=", "-"));
        }
      }
    }
    try (Visit visit = Visit.to(stage, Screen.DESK, QUARTER + "&form=strict")) {
      // Between the widths of a telephone and of a desk, the widest table.
      visit.assertFits(500);
      visit.assertFits(800);
    }
  }
}
