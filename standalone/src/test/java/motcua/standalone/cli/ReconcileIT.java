package motcua.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import motcua.schemas.sample.SampleFiles;
import motcua.standalone.Chromium;
import motcua.standalone.DataFolder;
import motcua.standalone.Progress;
import motcua.standalone.StandaloneMotcua;
import motcua.standalone.StandaloneSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents and reconciliation of the sample districts: the five publications beside the dossiers
 * that were made to give their figures: over HTTP, on the page and by the command.
 */
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconcileIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The district desk of Cẩm Giàng. */
  static final String DESK = "H23.991.00";

  /** No cell before it holds a comma. */
  private static final int LEDGER_COLUMN = 6;

  private static final String SUBMIT = "form.reconcile button[type=submit]";

  private static final List<String> SUMS =
      List.of(
          "Cẩm Giàng received_total -> 3",
          "Tuần Giáo procedures_at_one_stop -> -4",
          "Tuần Giáo procedures_published_on_portal -> -25",
          "Tuần Giáo procedures_at_one_stop -> -4",
          "Tuần Giáo procedures_published_on_portal -> -27");
  private static final List<String> PERCENTAGES =
      List.of(
          "Cẩm Giàng digitised_full_components_pct -> UNREACHABLE 174",
          "Tuần Giáo online_services_with_dossiers_printed_as_rate -> UNREACHABLE 2",
          "Tuần Giáo dossiers_via_e_one_stop_printed_as_rate -> ABOVE_HUNDRED null",
          "Tuần Giáo online_services_with_dossiers_printed_as_rate -> ABOVE_HUNDRED null",
          "Tuần Giáo dossiers_via_e_one_stop_printed_as_rate -> ABOVE_HUNDRED null",
          "Gio Linh online_services_pct -> MISMATCH null");

  private static final String YEAR_TO_DATE =
      """
      {"version": "1", "rules": [{"name": "late", "window": "YEAR"}]}""";

  @TempDir static Path folder;

  private static DataFolder data;
  private static StandaloneMotcua motcua;
  private static DemoDistricts districts;

  @BeforeAll
  static void start() throws Exception {
    Chromium.require();
    data = DataFolder.kept(folder.resolve("data"));
    districts = DemoDistricts.write(folder.resolve("sample"));
    motcua =
        StandaloneMotcua.start(
            data,
            new StandaloneSettings(
                Optional.of(DemoDistricts.now()),
                0,
                StandaloneSettings.DEFAULT_PARTITIONS,
                districts.files(),
                Map.of("files.letterheads", letterheads().toString())),
            new Wiring().product(),
            Progress.SILENT);
    districts.ingest(motcua, Progress.SILENT);
  }

  private static Path letterheads() throws Exception {
    return Files.writeString(
        folder.resolve("letterheads.csv"),
        "scope,superior,agency,number,place,signer,recipients\n"
            + "*,ỦY BAN NHÂN DÂN HUYỆN MẪU,PHÒNG NỘI VỤ MẪU,,Mẫu,TRƯỞNG PHÒNG,Như trên; Lưu: VT\n");
  }

  @AfterAll
  static void stop() throws Exception {
    close();
  }

  private static void close() throws Exception {
    if (motcua != null) {
      motcua.close();
      motcua = null;
      data.close();
    }
  }

  private static Path published() {
    return folder.resolve("sample/published-figures.csv");
  }

  @Test
  @Order(1)
  void shouldFindOverHttpWhatIsKnownOfTheFiveDistricts() throws Exception {
    JsonNode found = post("", Files.readString(published()));

    assertEquals(SUMS, each(found, "sums", sum -> sum.get("gap").asText()));
    assertEquals(
        PERCENTAGES,
        each(
            found,
            "percentages",
            one -> one.get("kind").asText() + " " + one.get("smallestBase").asText()));
    assertEquals(
        List.of("Cẩm Giàng digitised_full_components_pct -> 0.05 99,38% (963/969)"),
        each(
            found,
            "differences",
            one -> one.get("difference").asText() + " " + one.get("ledger").asText()));
    assertEquals(
        List.of(
            "Đắk Song par_score -> true",
            "Đắk Song par_criterion_3_4 -> true",
            "Đắk Song par_apology_lost -> true",
            "Gio Linh received_online -> true"),
        each(found, "remarks", one -> one.get("inconsistent").asText()).stream()
            .filter(one -> one.endsWith("true"))
            .toList());
    assertEquals(104, found.at("/summary/figures").asInt());
    assertEquals(5, found.at("/summary/publications").asInt());
    assertEquals(0, found.at("/summary/notCompared").asInt());
    assertEquals(false, found.at("/summary/agrees").asBoolean());
    assertThreeUnplacedDossiersAreFound(found);
    assertTheDemoShowsTheSame(found);
  }

  /** published-figures.md: 969 received, 966 placed. */
  private static void assertThreeUnplacedDossiersAreFound(JsonNode found) throws Exception {
    JsonNode sum = found.at("/publications/0/statements/0/sums/0");
    assertEquals("openUndated", sum.at("/ledger/0/column").asText(), sum.toString());
    assertTrue(sum.get("says").asText().endsWith("đúng số còn thiếu."), sum.toString());
    JsonNode list = get(sum.at("/ledger/0/dossiers").asText());
    assertEquals(3, list.get("total").asInt());
    assertEquals(3, list.get("rows").size());
  }

  /** Each contradiction that the demo marks is in one of the groups. */
  private static void assertTheDemoShowsTheSame(JsonNode found) throws Exception {
    String shown = districts.compare(motcua.product());
    long marked = shown.lines().filter(line -> line.strip().startsWith("(!)")).count();
    assertEquals(SUMS.size() + PERCENTAGES.size() + 4, marked + notPlaced(found), shown);
  }

  /** Contradictions in statements that no dossiers were made for: the demo leaves them out. */
  private static long notPlaced(JsonNode found) {
    return statements(found)
        .filter(one -> one.get("scope").isNull())
        .flatMap(one -> Stream.of(one.get("sums"), one.get("percentages")))
        .mapToLong(JsonNode::size)
        .sum();
  }

  @Test
  @Order(2)
  void shouldSayThatItWasNotComparedWhereTheFileDoesNotSayWith() throws Exception {
    JsonNode found = post("", SampleFiles.PUBLISHED_FIGURES.text());

    assertEquals(SUMS, each(found, "sums", sum -> sum.get("gap").asText()));
    assertEquals(6, found.at("/summary/percentages").asInt());
    assertEquals(0, found.at("/summary/differences").asInt());
    assertEquals(
        SampleFiles.PUBLISHED_FIGURES
            .text()
            .lines()
            .skip(1)
            .filter(line -> !line.split(",")[LEDGER_COLUMN].isEmpty())
            .count(),
        found.at("/summary/notCompared").asLong());
    assertTrue(
        found.at("/publications/0/statements/0/note").asText().contains("chưa đối chiếu"),
        found.toString());
  }

  @Test
  @Order(3)
  void shouldShowItOnThePage() throws Exception {
    try (Playwright playwright = Chromium.driver(folder.resolve("browsers"));
        Browser browser = Chromium.launch(playwright)) {
      for (int width : List.of(360, 1280)) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 800));
        page.setDefaultTimeout(20_000);
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        page.onConsoleMessage(
            message -> {
              if (message.type().equals("error") && !message.text().contains("400")) {
                errors.add(message.text());
              }
            });
        page.navigate(motcua.product().url() + "#/doi-chieu?scope=" + DESK);
        page.waitForSelector("body[data-state=ready]");
        checkTyped(page);
        checkWidth(page, width, "typed");
        checkDossier(page);
        page.navigate(motcua.product().url() + "#/doi-chieu");
        page.waitForSelector("body[data-view=doi-chieu][data-state=ready]");
        checkFile(page);
        checkWidth(page, width, "file");
        assertEquals(List.of(), errors);
        page.close();
      }
    }
  }

  private static void checkTyped(Page page) {
    page.locator("select[name=kind]").selectOption("days");
    page.locator("input[name=from]").fill("2024-07-01");
    page.locator("input[name=to]").fill("2024-09-14");
    type(page, 1, "received_total", "9.5");
    page.locator(SUBMIT).click();
    page.waitForSelector(".fault:has-text('Dòng 1, cột printed: \"9.5\" không phải số nguyên')");

    type(page, 1, "received_total", "969");
    type(page, 2, "resolved_early_plus_ontime", "936");
    type(page, 3, "resolved_late", "5");
    type(page, 4, "pending_within", "30");
    page.locator("button.add").click();
    type(page, 6, "digitised_components_pct", "99,43%");
    page.locator(SUBMIT).press("Enter");
    page.waitForSelector(".summary:has-text('Không khớp. Đã đọc 5 con số')");
    assertEquals(
        List.of("Sai tổng (1)", "Tỷ lệ không thể có (1)", "Khác sổ cái (2)"),
        page.locator(".findings caption").allTextContents());
    assertEquals(0, page.locator(".fault").count());
    Locator digitised = page.locator(".findings details:has-text('số hóa đủ thành phần: 963')");
    digitised.locator("summary").press("Enter");
    digitised.locator("button:text-is('Xem tiếp (còn 913)')").press("Enter");
    digitised.locator("button:text-is('Xem tiếp (còn 863)')").waitFor();
    assertEquals(100, digitised.locator("li a").count());
  }

  private static void checkDossier(Page page) {
    Locator link = page.locator(".findings li a").first();
    String dossier = link.innerText();
    link.press("Enter");
    page.waitForSelector("body[data-view=ho-so][data-state=ready]");
    assertEquals("Hồ sơ " + dossier, page.locator("h1").innerText());
    assertEquals(1, page.locator("article.dossier").count());
  }

  private static void type(Page page, int row, String metric, String printed) {
    page.getByLabel("Chỉ tiêu, dòng " + row).selectOption(metric);
    page.getByLabel("Con số in, dòng " + row).fill(printed);
  }

  private static void checkFile(Page page) {
    page.locator("select[name=way]").selectOption("file");
    page.locator("input[name=csv]").setInputFiles(published());
    page.locator(SUBMIT).click();
    page.waitForSelector(
        ".summary:text-is('Không khớp. Đã đọc 104 con số: sai tổng 5, tỷ lệ không thể có 6, khác sổ cái 1, chưa đối chiếu với sổ cái 0.')");
    assertTrue(
        page.locator(".findings").innerText().contains("963/969 = 99,38%; 964/969 = 99,48%"));
  }

  private static void checkWidth(Page page, int width, String what) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots/reconcile-" + what + "-" + width + ".png"))
            .setFullPage(true));
    Object needed = page.evaluate("document.documentElement.scrollWidth");
    assertEquals(width, ((Number) needed).intValue(), what);
  }

  @Test
  @Order(4)
  void shouldPrintTheDistrictsAsOfficialDocuments() throws Exception {
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(Office.isPresent(), "LibreOffice or poppler is absent");
    }
    assumeTrue(Office.isPresent(), "LibreOffice or poppler is absent");
    DistrictDocuments.check(motcua.product().url(), folder.resolve("documents"));
  }

  @Test
  @Order(5)
  void shouldPrintTheFindingsOfAFolderAndExitByThem() throws Exception {
    close();
    Path agreeing =
        Files.write(
            folder.resolve("agreeing.csv"),
            Files.readAllLines(published()).stream()
                .filter(line -> line.startsWith("district,") || line.matches("Gio Linh.*closed.*"))
                .toList());
    String root = folder.resolve("data").toString();

    Ran whole = run("reconcile", published().toString(), "--data", root);
    assertTrue(whole.out.contains("Cẩm Giàng"), "it failed: " + whole.code);
    assertEquals(1, whole.code, whole.out);
    assertEquals(
        "Sai tổng: 5; tỷ lệ không thể có: 6; khác sổ cái: 1; chưa đối chiếu với sổ cái: 0. KHÔNG KHỚP",
        whole.out.lines().toList().getLast());
    assertTrue(whole.out.contains("thiếu 3 không giải thích được"), whole.out);
    assertTrue(whole.out.contains("đang giải quyết không hẹn ngày 3."), whole.out);

    Ran part = run("reconcile", agreeing.toString(), "--data", root, "--json");
    assertEquals(0, part.code, part.out);
    assertTrue(JSON.readTree(part.out).at("/summary/agrees").asBoolean(), part.out);
    assertTrue(JSON.readTree(part.out).at("/summary/figures").asInt() > 2, part.out);
  }

  /** 1.865 of Đắk Song's 17.604 were late, 10,6 %; of Gio Linh's 0,26 %. */
  @Test
  @Order(6)
  void shouldTryRulesOnThePastOfAFolder() throws Exception {
    close();
    Path rules = Files.writeString(folder.resolve("rules.json"), YEAR_TO_DATE);
    Path json = folder.resolve("backtest.json");

    Ran ran =
        run(
            List.of("alerts", "backtest", "--data", folder.resolve("data").toString()),
            List.of("--from", "2023-01-01", "--to", "2023-09-20", "--rule", rules.toString()),
            List.of("--json", json.toString()));

    assertEquals(0, ran.code, ran.out);
    JsonNode found = JSON.readTree(json.toFile());
    assertEquals(found.get("units").size() + 4, ran.out.lines().count(), ran.out);
    Map<String, JsonNode> units = new TreeMap<>();
    found.get("units").forEach(unit -> units.put(unit.get("unit").asText(), unit));
    JsonNode last = units.get("H16.991").get("alerts");
    last = last.get(last.size() - 1);
    assertEquals("SURE", last.get("severity").asText(), ran.out);
    assertTrue(last.get("clearedOn").isNull(), ran.out);
    assertEquals(1_865, last.get("late").asLong(), ran.out);
    assertEquals(17_604, last.get("dated").asLong(), ran.out);
    assertTrue(units.keySet().stream().noneMatch(unit -> unit.startsWith("H50")), ran.out);
  }

  private record Ran(int code, String out) {}

  private static Ran run(List<String> command, List<String> days, List<String> json) {
    return run(Stream.of(command, days, json).flatMap(List::stream).toArray(String[]::new));
  }

  private static Ran run(String... arguments) {
    PrintStream console = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int code = Main.commandLine(new Wiring()).execute(arguments);
      return new Ran(code, out.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(console);
    }
  }

  private interface Words {
    String of(JsonNode one);
  }

  /** {@code district metric -> words} of each entry of a group, in the order of the answer. */
  private static List<String> each(JsonNode found, String group, Words words) {
    List<String> entries = new ArrayList<>();
    for (JsonNode publication : found.get("publications")) {
      for (JsonNode statement : publication.get("statements")) {
        for (JsonNode one : statement.get(group)) {
          entries.add(
              "%s %s -> %s"
                  .formatted(
                      publication.get("publication").asText(),
                      one.at("/figure/metric").asText(),
                      words.of(one)));
        }
      }
    }
    return entries;
  }

  private static Stream<JsonNode> statements(JsonNode found) {
    List<JsonNode> all = new ArrayList<>();
    found.get("publications").forEach(one -> one.get("statements").forEach(all::add));
    return all.stream();
  }

  private static JsonNode post(String query, String csv) throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(uri("/api/reconciliations" + query))
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(csv))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static JsonNode get(String path) throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static URI uri(String path) {
    return motcua.product().url().resolve(path);
  }
}
