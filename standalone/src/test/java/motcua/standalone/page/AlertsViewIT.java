package motcua.standalone.page;

import static motcua.standalone.page.ToldAlerts.UNIT;
import static motcua.standalone.page.ToldAlerts.WHOLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The view of alerts as a head of unit uses it: reads, takes care of one, takes that back. */
@Timeout(300)
@Tag("page")
@ExtendWith(ExampleStage.Shared.class)
class AlertsViewIT {
  private static final String NOTE = "đã giao bộ phận địa chính";
  private static final TopicPartition ACTS = new TopicPartition("motcua.alert-acts", 0);

  private ToldAlerts told;
  private String bootstrapServers;
  private Visit visit;
  private Page page;

  @Test
  void shouldTellTakeCareAndTakeBack(ExampleStage stage) throws Exception {
    told = new ToldAlerts(stage.motcua().postgres().application());
    bootstrapServers = stage.motcua().broker().bootstrapServers();
    try (Visit somebody = Visit.to(stage, Screen.DESK, "canh-bao")) {
      at(somebody);
      assertSaysThatThereIsNone();
      told.tell();
      page.reload();
      assertFigures();
      assertNoDataIsNotZero();
      takeCare();
      takeBack();
      assertHistories();
      assertOtherKinds();
      for (int width : List.of(360, 800)) {
        visit.assertFits(width);
      }
      visit.picture("alerts-silent");
    }
    takeCareInEnglish(stage);
    for (Screen seat : Screen.ALL) {
      try (Visit somebody = Visit.to(stage, seat, "canh-bao?state=all")) {
        somebody.page().locator("article").first().waitFor();
        somebody.assertScreen();
        somebody.picture("alerts");
      }
    }
  }

  private void at(Visit somebody) {
    visit = somebody;
    page = somebody.page();
  }

  private void assertSaysThatThereIsNone() {
    page.waitForSelector("#alerts .empty:text('Không có cảnh báo nào về tỷ lệ trễ hạn.')");
    assertEquals(0, page.locator("article").count());
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
    visit.picture("alerts-told");
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
        card(WHOLE).locator("dd").allTextContents(),
        "the floor alone can be told: one dossier is open");
  }

  private void takeCare() throws Exception {
    card(UNIT).locator("button:text-is('Nhận xử lý')").click();
    page.fill("dialog.act input[name=author]", "Trần Thị B");
    page.fill("dialog.act textarea", NOTE);
    assertEquals("2026-09-18", page.locator("dialog.act input[name=until]").inputValue());
    visit.picture("alerts-dialog");
    page.keyboard().press("Tab");
    page.click("dialog.act button[type=submit]");
    page.waitForSelector(".done:text('Đã gửi xác nhận')");
    page.locator("dialog.act")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    String act = told.text("SELECT id FROM motcua.alert_act WHERE note = '" + NOTE + "'");
    assertSentWithoutNames(act, "H99.31.07", 1);

    told.taken(act);
    // The page looks by itself while an act is on its way.
    page.waitForSelector(
        "article:has-text('Trần Thị B nhận xử lý đến 00:00 19/9/2026: " + NOTE + "')");
    assertTrue(card(UNIT).innerText().contains("Đã nhận xử lý"));
  }

  private void takeBack() throws Exception {
    card(UNIT).locator("button:text-is('Hủy nhận xử lý')").click();
    assertFalse(page.locator("dialog.act input[name=until]").isVisible());
    page.fill("dialog.act textarea", "nhầm");
    page.locator("dialog.act button[type=submit]").focus();
    page.keyboard().press("Enter");
    page.waitForSelector(".done:text('Đã gửi yêu cầu hủy')");
    String act = told.text("SELECT id FROM motcua.alert_act WHERE act = 'UNDO'");
    assertSentWithoutNames(act, "H99.31.07", 2);
    assertEquals("Trần Thị B", told.text("SELECT author FROM motcua.alert_act WHERE act = 'UNDO'"));
  }

  private void assertHistories() {
    card(UNIT).locator("button:text-is('Lịch sử')").click();
    page.waitForSelector("section.alert-history h2:text('Lịch sử cảnh báo: Trung tâm')");
    assertEquals(
        List.of("Bắt đầu cảnh báo", "Nặng hơn", "Nhận xử lý: đến 00:00 19/9/2026"),
        page.locator("section.alert-history td[data-label='Việc']").allTextContents());
    assertEquals(
        List.of("sự kiện h99:e1", "thời gian trôi qua", "Trần Thị B: " + NOTE),
        page.locator("section.alert-history td[data-label='Vì']").allTextContents());
    page.selectOption(".scope select", "H99.31.07");
    page.waitForSelector("article[data-alert='" + UNIT + "']:only-of-type");
    page.click("#unit-history");
    page.waitForSelector("section.alert-history caption:text('4 việc, mới nhất trước')");
    assertEquals(
        List.of("22,50% (9 / 40)", "–", "22,50% (9 / 40)", "6,67% (2 / 30)"),
        page.locator("section.alert-history td[data-label='Tỷ lệ trễ hạn']").allTextContents());
  }

  private void assertOtherKinds() {
    page.selectOption(".scope select", "ALL");
    page.waitForSelector("article[data-alert='" + WHOLE + "']");
    page.locator("#tab-late").focus();
    page.keyboard().press("ArrowRight");
    page.waitForSelector("article:has-text('Hồ sơ trễ thành đúng hạn') a:text('H99/1')");
    page.keyboard().press("ArrowRight");
    page.waitForSelector("article h2:text-is('Nguồn một cửa')");
    assertEquals("true", page.locator("#tab-silent").getAttribute("aria-selected"));
    assertEquals(0, page.locator("article button:text('Nhận xử lý')").count());
  }

  private void takeCareInEnglish(ExampleStage stage) throws Exception {
    var seat = Screen.DESK.speaking("en");
    try (Visit somebody = Visit.to(stage, seat, "canh-bao?scope=ALL")) {
      at(somebody);
      String text = card(WHOLE).innerText();
      assertTrue(text.contains("Likely above the limit Nobody takes care."), text);
      assertTrue(text.contains("Late rate up to 15 Sep 2026\nno data"), text);
      card(WHOLE).locator("button:text-is('Take care')").click();
      page.fill("dialog.act input[name=author]", "Lê Văn C");
      page.fill("dialog.act textarea", "seen");
      page.click("dialog.act button[type=submit]");
      page.waitForSelector(".done:text('Sent; it is being recorded.')");
      assertSentWithoutNames(
          told.text("SELECT id FROM motcua.alert_act WHERE note = 'seen'"), "ALL", 3);
      page.waitForSelector("article:has-text('Being recorded: Lê Văn C takes care, seen')");
    }
  }

  private Locator card(String alert) {
    return page.locator("article[data-alert='" + alert + "']");
  }

  /** The record is there when the page says so, and holds the act's id and no name. */
  private void assertSentWithoutNames(String act, String scope, int place) {
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
      assertEquals(scope, new String(record.key(), StandardCharsets.UTF_8));
      assertTrue(value.contains(act), value);
      assertFalse(value.contains("Trần") || value.contains("Lê") || value.contains(NOTE), value);
    }
  }
}
