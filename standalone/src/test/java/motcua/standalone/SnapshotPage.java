package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Drives the page of snapshots as an official would: draws, publishes, is refused, saves files. */
final class SnapshotPage {
  private final Page page;

  private SnapshotPage(Page page) {
    this.page = page;
  }

  /**
   * Publishes the quarter that is due.
   *
   * @return number of the published report
   */
  static long check(Browser browser, URI url, Path folder) throws Exception {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(1280, 800)
            .setLocale("vi-VN")
            .setTimezoneId("Asia/Ho_Chi_Minh");
    try (BrowserContext context = browser.newContext(options)) {
      Page page = context.newPage();
      page.setDefaultTimeout(20_000);
      page.navigate(url.toString());
      page.click("a[href='snapshots.html']");
      page.waitForSelector("body[data-trang-thai=xong]");
      return new SnapshotPage(page).publish(folder);
    }
  }

  private long publish(Path folder) throws Exception {
    // Today is the first day of the last quarter: the one before is due.
    assertEquals("3", page.locator("#lap select[name=quarter]").inputValue());
    page.locator("#lap select[name=form]").selectOption("II.06a");
    page.fill("#lap input[name=author]", "Trần Thị B");
    page.click("text=Lập bản tạm tính");
    says("Đã lập bản tạm tính số");
    page.click("#cong-bo");
    says("Đã công bố báo cáo số");
    long id = Long.parseLong(URI.create(page.url()).getFragment());
    page.waitForSelector("#chi-tiet h2:text('Báo cáo số " + id + "')");
    assertTrue(page.locator("#chi-tiet").innerText().contains("Công bố, Trần Thị B"));

    page.click("#cong-bo");
    page.waitForSelector("#loi:not([hidden])");
    assertTrue(page.locator("#loi").innerText().contains("đã được công bố"));
    assertEquals(
        List.of("Đã công bố", "Tạm tính"),
        page.locator("#bao-cao td[data-nhan='Tình trạng']").allTextContents());

    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots/snapshots-1280.png"))
            .setFullPage(true));
    for (String format : List.of("XLSX", "DOCX", "PDF")) {
      save(format, folder);
    }
    page.setViewportSize(360, 800);
    Object width = page.evaluate("document.documentElement.scrollWidth");
    assertEquals(360, ((Number) width).intValue(), "it runs out at the side");
    return id;
  }

  private void says(String text) {
    page.waitForSelector("#da-xong:text('" + text + "')");
  }

  private void save(String format, Path folder) throws Exception {
    Download download =
        page.waitForDownload(() -> page.click("[aria-label='Biểu báo cáo, tệp " + format + "']"));
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    assertTrue(
        file.getFileName()
            .toString()
            .endsWith("all-2026-06-15-2026-09-14-v1." + format.toLowerCase()),
        file.toString());
    assertTrue(Files.size(file) > 1_000, file.toString());
  }
}
