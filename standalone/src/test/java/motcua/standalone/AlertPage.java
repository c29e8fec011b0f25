package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Drives the page of alerts as a head of unit would: reads, takes care of one, takes that back. */
final class AlertPage {
  private static final String UNIT = "late@default|H99.31.07|2026-06-15";
  private static final String NOTE = "đã giao bộ phận địa chính";
  private static final TopicPartition ACTS = new TopicPartition("motcua.alert-acts", 0);

  /** Behind whatever the topology tells by itself. */
  private static final int POSITION = 1_000_000;

  private final DatabaseLogin login;
  private final String bootstrapServers;
  private final Page page;

  private AlertPage(DatabaseLogin login, String bootstrapServers, Page page) {
    this.login = login;
    this.bootstrapServers = bootstrapServers;
    this.page = page;
  }

  static void check(Browser browser, StandaloneMotcua motcua) throws Exception {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(1280, 800)
            .setLocale("vi-VN")
            .setTimezoneId("Asia/Ho_Chi_Minh");
    URI url = motcua.product().url();
    try (BrowserContext context = browser.newContext(options)) {
      Page page = context.newPage();
      page.setDefaultTimeout(20_000);
      List<String> errors = new ArrayList<>();
      page.onPageError(errors::add);
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              errors.add(message.text());
            }
          });
      page.navigate(url.toString());
      page.click("a[href='alerts.html']");
      page.waitForSelector("body[data-trang-thai=xong]");
      new AlertPage(motcua.postgres().application(), motcua.broker().bootstrapServers(), page)
          .check();
      assertEquals(List.of(), errors);
    }
  }

  private void check() throws Exception {
    assertSaysThatThereIsNone();
    tell();
    page.click("#chon button[type=submit]");
    assertFigures();
    assertNoDataIsNotZero();
    takeCare();
    takeBack();
    assertHistories();
    assertOtherKinds();
    for (int width : List.of(360, 800)) {
      page.setViewportSize(width, 800);
      Object needed = page.evaluate("document.documentElement.scrollWidth");
      assertEquals(width, ((Number) needed).intValue(), "it runs out at the side");
    }
    picture("alerts-silent-800");
  }

  private void assertSaysThatThereIsNone() {
    page.waitForSelector("#trong:text('Không có cảnh báo nào về tỷ lệ trễ hạn.')");
    assertEquals(0, page.locator("article").count());
  }

  /** As the projector writes what the topology tells. */
  private void tell() throws SQLException {
    row(
        1,
        UNIT,
        "late@default",
        "H99.31.07",
        "LEGAL_QUARTER",
        "2026-06-15",
        1,
        "RAISED",
        "'LIKELY'",
        2,
        30,
        "h99:e1",
        "NULL");
    row(
        2,
        UNIT,
        "late@default",
        "H99.31.07",
        "LEGAL_QUARTER",
        "2026-06-15",
        2,
        "WORSENED",
        "'SURE'",
        9,
        40,
        "CLOCK",
        "NULL");
    row(
        3,
        "late@default|ALL|2026-09-15",
        "late@default",
        "ALL",
        "LEGAL_QUARTER",
        "2026-09-15",
        1,
        "RAISED",
        "'LIKELY'",
        3,
        40,
        "h99:e2",
        "NULL");
    row(
        4,
        "late-rewritten|H99.31.07|2026-09-14|H99/1",
        "late-rewritten",
        "H99.31.07",
        "",
        "2026-09-14",
        1,
        "RAISED",
        "NULL",
        0,
        0,
        "h99:e3",
        "'H99/1'");
    row(
        5,
        "source-silent|một cửa|2026-09-14",
        "source-silent",
        "một cửa",
        "",
        "2026-09-14",
        1,
        "RAISED",
        "NULL",
        0,
        0,
        "CLOCK",
        "NULL");
  }

  private void row(
      int place,
      String alert,
      String rule,
      String scope,
      String window,
      String from,
      int number,
      String kind,
      String severity,
      int late,
      int dated,
      String cause,
      String dossier)
      throws SQLException {
    execute(
        """
        INSERT INTO motcua.alert_transition VALUES
          ('%s|%s|%d', %d, '%s', '%s', '%s', '%s', '%s', %d, '%s', %s, NULL, %d, %d, 1, 0, '%s', '2026-09-14T0%d:00:00Z', false, %s, %s, 1)"""
            .formatted(
                alert,
                window,
                number,
                POSITION + place,
                alert,
                rule,
                scope,
                window,
                from,
                number,
                kind,
                severity,
                late,
                dated,
                cause,
                place,
                kind.equals("ACKNOWLEDGED") ? "'2026-09-18T17:00:00Z'" : "NULL",
                dossier));
  }

  private void assertFigures() {
    Locator alert = card(UNIT);
    alert.waitFor();
    String text = alert.innerText();
    assertTrue(text.contains("Trung tâm Phục vụ hành chính công xã Mẫu Sơn"), text);
    for (String said :
        List.of(
            "Chắc chắn vượt ngưỡng",
            "Chưa ai nhận xử lý",
            "Tỷ lệ trễ hạn đến 14/9/2026",
            "50,00% (1 / 2)",
            "trên 5,00%",
            "đã dùng 1 trên 0 hồ sơ được phép trễ, vượt 1",
            "Hồ sơ cần cứu trước",
            "Dự báo cuối kỳ")) {
      assertTrue(text.contains(said), said + " is missing: " + text);
    }
    assertEquals(
        "Hạn mức trễ: đã dùng 1 trên 0 hồ sơ được phép trễ, vượt 1",
        alert.locator("meter").getAttribute("aria-label"));
    assertEquals(
        true,
        alert
            .locator("meter")
            .evaluate("meter => meter.optimum < meter.low && meter.high < meter.value"),
        "the bar is drawn as bad");
    assertFalse(text.contains("undefined") || text.contains("null"), text);
    assertEquals(
        List.of("Trung tâm Phục vụ hành chính công xã Mẫu Sơn (H99.31.07)", "Toàn bộ"),
        page.locator("article h2").allTextContents(),
        "the SURE one first");
    picture("alerts-1280");
  }

  /** Today is the first day of the window: nothing is closed in it yet. */
  private void assertNoDataIsNotZero() {
    assertEquals(
        List.of(
            "không có số liệu",
            "trên 5,00%",
            "không có số liệu",
            "1 trong hạn, 0 quá hạn",
            "0,00% (0 / 1)",
            "không có số liệu"),
        card("late@default|ALL|2026-09-15").locator("dd").allTextContents(),
        "the floor alone can be told: one dossier is open");
  }

  private void takeCare() throws Exception {
    card(UNIT).locator("button:text-is('Nhận xử lý')").click();
    page.fill("#hop input[name=author]", "Trần Thị B");
    page.fill("#hop textarea", NOTE);
    assertEquals("2026-09-18", page.locator("#hop input[name=until]").inputValue());
    picture("alerts-dialog-1280");
    page.keyboard().press("Tab");
    page.click("#hop-gui");
    page.waitForSelector("#da-xong:text('Đã gửi xác nhận')");
    page.locator("#hop")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    String act = text("SELECT id FROM motcua.alert_act WHERE note = '" + NOTE + "'");
    assertSentWithoutNames(act, 1);

    row(
        6,
        UNIT,
        "late@default",
        "H99.31.07",
        "LEGAL_QUARTER",
        "2026-06-15",
        3,
        "ACKNOWLEDGED",
        "'SURE'",
        9,
        40,
        "ACT:" + act,
        "NULL");
    // The page looks by itself while an act is on its way.
    page.waitForSelector(
        "article:has-text('Trần Thị B nhận xử lý đến 19/9/2026 00:00: " + NOTE + "')");
    assertTrue(card(UNIT).innerText().contains("Đã nhận xử lý"));
  }

  private void takeBack() throws Exception {
    card(UNIT).locator("button:text-is('Hủy nhận xử lý')").click();
    assertFalse(page.locator("#hop input[name=until]").isVisible());
    page.fill("#hop textarea", "nhầm");
    page.locator("#hop-gui").focus();
    page.keyboard().press("Enter");
    page.waitForSelector("#da-xong:text('Đã gửi yêu cầu hủy')");
    String act = text("SELECT id FROM motcua.alert_act WHERE act = 'UNDO'");
    assertSentWithoutNames(act, 2);
    assertEquals("Trần Thị B", text("SELECT author FROM motcua.alert_act WHERE act = 'UNDO'"));
  }

  private void assertHistories() {
    card(UNIT).locator("button:text-is('Lịch sử')").click();
    page.waitForSelector("#lich-su h2:text('Lịch sử cảnh báo: Trung tâm')");
    assertEquals(
        List.of("Bắt đầu cảnh báo", "Nặng hơn", "Nhận xử lý: đến 19/9/2026 00:00"),
        page.locator("#lich-su td[data-nhan='Việc']").allTextContents());
    assertEquals(
        List.of("sự kiện h99:e1", "thời gian trôi qua", "Trần Thị B: " + NOTE),
        page.locator("#lich-su td[data-nhan='Vì']").allTextContents());
    page.fill("#chon input[name=scope]", "H99.31.07");
    page.click("#lich-su-don-vi");
    page.waitForSelector("#lich-su caption:text('4 việc, mới nhất trước')");
    assertEquals(
        List.of("22,50% (9 / 40)", "–", "22,50% (9 / 40)", "6,67% (2 / 30)"),
        page.locator("#lich-su td[data-nhan='Tỷ lệ trễ hạn']").allTextContents());
  }

  private void assertOtherKinds() {
    page.locator("#the-late").focus();
    page.keyboard().press("ArrowRight");
    page.waitForSelector("article:has-text('Hồ sơ trễ thành đúng hạn') a:text('H99/1')");
    page.keyboard().press("ArrowRight");
    page.waitForSelector("article h2:text-is('Nguồn một cửa')");
    assertEquals("true", page.locator("#the-silent").getAttribute("aria-selected"));
    assertEquals(0, page.locator("article button:text('Nhận xử lý')").count());
  }

  private Locator card(String alert) {
    return page.locator("article[data-ma='" + alert + "']");
  }

  private void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots/" + name + ".png"))
            .setFullPage(true));
  }

  /** The record is there when the page says so, and holds the act's id and no name. */
  private void assertSentWithoutNames(String act, int place) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(ACTS));
      consumer.seekToBeginning(List.of(ACTS));
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (records.size() < place) {
        assertTrue(System.nanoTime() < deadline, "no act arrived");
        consumer.poll(Duration.ofMillis(200)).records(ACTS).forEach(records::add);
      }
      assertEquals(place, records.size());
      var record = records.getLast();
      String value = new String(record.value(), StandardCharsets.UTF_8);
      assertEquals("H99.31.07", new String(record.key(), StandardCharsets.UTF_8));
      assertTrue(value.contains(act), value);
      assertFalse(value.contains("Trần") || value.contains(NOTE), value);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = connect();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      assertTrue(row.next(), sql);
      return row.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(login.url(), login.user(), login.password());
  }
}
