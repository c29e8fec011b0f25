package motcua.standalone.personal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A one-stop system before the HTTP intake; its name for itself and its secrets are canaries. */
final class Sender {
  private static final int UNAVAILABLE = 503;

  private final Canaries canaries;
  private final String secret;
  private final List<Integer> statuses = new ArrayList<>();

  Sender(Canaries canaries) {
    this.canaries = canaries;
    this.secret = canaries.word("intake.secret") + "0123456789abcdef";
  }

  /** Keys of an intake that knows this sender; batches with a refused record are kept. */
  Map<String, String> settings(Path folder) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    Path clients =
        Files.writeString(
            folder.resolve("clients.json"),
            "[{\"client\":\"c\",\"secretSha256\":\"%s\",\"source\":\"h99-http\"}]"
                .formatted(HexFormat.of().formatHex(hash)));
    Map<String, String> settings = new HashMap<>();
    settings.put("intake.port", "0");
    settings.put("intake.clients.file", clients.toString());
    settings.put("intake.link.hash.key", canaries.word("intake.linkHashKey") + "01234567");
    settings.put("intake.kept.directory", folder.resolve("kept").toString());
    settings.put("intake.patience.ms", "5000");
    settings.put("intake.record.max.bytes", Integer.toString(RefusedCanaries.RECORD_MAX_BYTES));
    return settings;
  }

  /** Sends batches of all generations, good and bad, and makes every mistake at the door. */
  void send(Answers answers, URI intake, NationalCanaries national, RefusedCanaries refused)
      throws IOException, InterruptedException {
    List<ObjectNode> dossiers = new ArrayList<>(refused.dossiers("http"));
    dossiers.add(national.dossier("http.sound", "3001"));
    byte[] bare = NationalCanaries.array(dossiers).toString().getBytes(StandardCharsets.UTF_8);
    String unit = "?madonvi=" + canaries.oldIdentity() + "&x=" + canaries.word("http.query");
    answered(answers, intake + "/" + canaries.word("http.path") + "/DongBoHoSoMC" + unit, bare);
    List<ObjectNode> rows = new ArrayList<>(refused.rows("http"));
    rows.add(national.row("http.row", "3001", "4", "20260821080000"));
    ObjectNode first = national.envelope("http", "CapNhatTienDoHoSoMC", rows);
    String login = "{\"username\":\"c\",\"password\":\"" + secret + "\"}";
    first.put(
        "session", post(answers, intake + "/login", bytes(login)).json().path("session").asText());
    answered(answers, intake + "/mapi/g", bytes(first.toString()));
    answered(answers, intake + "/DongBoHoSoMC", refused.broken("http"));
    mistakes(answers, intake, bare);
  }

  private void mistakes(Answers answers, URI intake, byte[] batch) throws IOException {
    String name = canaries.word("http.user");
    String login =
        "{\"username\":\"" + name + "\",\"password\":\"" + canaries.word("http.pw") + "\"}";
    statuses.add(answers.post(URI.create(intake + "/login"), bytes(login)).status());
    String basic = "Basic " + base64(name + ":" + canaries.word("http.basic"));
    URI create = URI.create(intake + "/create?session=" + canaries.word("http.session"));
    statuses.add(answers.post(create, batch, "Authorization", basic).status());
    String bearer = "Bearer " + canaries.word("http.bearer");
    statuses.add(answers.post(create, batch, "Authorization", bearer).status());
    post(answers, intake + "/" + canaries.word("http.service"), batch);
    post(answers, intake + "/create", bytes("{\"ten\":\"" + canaries.text("http.noJson")));
    answers.get(URI.create(intake + "/" + canaries.word("http.get")));
  }

  /** Statuses of requests that nobody may make. */
  List<Integer> statusesOfStrangers() {
    return List.copyOf(statuses);
  }

  private void answered(Answers answers, String address, byte[] body)
      throws IOException, InterruptedException {
    Answers.Answered answer = post(answers, address, body);
    while (answer.status() == UNAVAILABLE) {
      // As a sender does: until Kafka answers the intake takes nothing.
      Thread.sleep(50);
      answer = post(answers, address, body);
    }
    if (answer.json().path("error_code").asInt(-1) != 0) {
      throw new IOException("not taken: " + answer.text());
    }
  }

  private Answers.Answered post(Answers answers, String address, byte[] body) throws IOException {
    String basic = "Basic " + base64("c:" + secret);
    return answers.post(
        URI.create(address),
        body,
        "Authorization",
        basic,
        "User-Agent",
        canaries.word("http.agent"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
