package motcua.ingest.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import motcua.ingest.testing.AvroBytes;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {
  private static final String PHONE = "0912345678";

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void open() throws Exception {
    office = new Office(folder);
  }

  @Test
  void shouldTakeTheEnvelopeOfTheFirstGeneration() throws Exception {
    var reply =
        office.envelope(
            office.login(),
            "DongBoHoSoMC",
            "[" + Office.dossier("A") + "," + Office.dossier("B") + "]");

    assertEquals(200, reply.answer().status());
    assertEquals(0, office.body(reply).path("error_code").intValue());
    assertEquals(2, office.body(reply).path("accepted").intValue());
    assertEquals(List.of("DOSSIER", "DOSSIER"), kinds());
    assertEquals("000.00.01.H22", event(0).getSighting().getSenderUnit().toString());
    assertEquals("h56", event(0).getSource().toString());
  }

  @Test
  void shouldTakeBareArraysByTheirAddressAndTheUnitOfTheQuery() {
    String bearer = "Bearer " + office.login();

    office.send("/intake/api/SynsTTHCC/DongBoHoSoMC", bearer, "[" + Office.dossier("A") + "]");
    office.send("/intake/x/CapNhatTienDoHoSoMC/", bearer, "[" + Office.row("A") + "]");
    office.send("/intake/connector/v1/hoso/capnhatientrinh", bearer, "[" + Office.row("B") + "]");

    assertEquals(List.of("DOSSIER", "PROGRESS", "PROGRESS"), kinds());
    assertEquals("000.00.01.H22", event(0).getSighting().getSenderUnit().toString());
  }

  @Test
  void shouldAnswerCodesAsTheSenderReadsThem() throws Exception {
    Office old =
        new Office(
            folder,
            "{\"client\":\"opencps\",\"secretSha256\":\"HASH\",\"source\":\"h56\",\"successCode\":\"00\"}",
            Map.of());

    assertEquals(
        "00",
        old.body(old.envelope(old.login(), "DongBoHoSoMC", "[]")).path("error_code").textValue());
    assertEquals(
        "404",
        old.body(old.envelope(old.login(), "TraCuuHoSo", "[]")).path("error_code").textValue());
  }

  @Test
  void shouldGiveNoSessionForAWrongSecret() throws Exception {
    var reply =
        office.send("/intake/login", null, "{\"username\":\"opencps\",\"password\":\"wrong\"}");

    assertEquals(401, reply.answer().status());
    assertFalse(office.body(reply).has("session"));
    assertNotEquals(0, office.body(reply).path("error_code").intValue());
  }

  @Test
  void shouldLetASessionEnd() {
    String session = office.login();
    office.now = Office.NOW.plus(Duration.ofMinutes(60));

    var envelope = office.envelope(session, "DongBoHoSoMC", "[" + Office.dossier("A") + "]");
    var bare =
        office.send("/intake/DongBoHoSoMC", "Bearer " + session, "[" + Office.dossier("A") + "]");

    assertEquals(200, envelope.answer().status(), "it reads the code");
    assertEquals(401, envelope.answer().code());
    assertEquals(401, bare.answer().status(), "it reads the status and nothing else");
    assertTrue(envelope.answer().message().contains("đăng nhập lại"));
    assertTrue(office.log.isEmpty());
  }

  @Test
  void shouldKnowNoSessionItDidNotGive() {
    String session = office.login();
    String forged = session.substring(0, session.length() - 3) + "AAA";

    assertEquals(401, office.envelope(forged, "DongBoHoSoMC", "[]").answer().code());
    assertEquals(401, office.envelope("x.y.z", "DongBoHoSoMC", "[]").answer().code());
    assertEquals(401, office.envelope("", "DongBoHoSoMC", "[]").answer().code());
  }

  @Test
  void shouldTakeNameAndSecretOfAProxysHeader() {
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("opencps:" + Office.SECRET).getBytes(StandardCharsets.UTF_8));

    assertEquals(
        0, office.send("/intake/create", basic, "[" + Office.dossier("A") + "]").answer().code());
    assertEquals(401, office.send("/intake/create", "Basic ???", "[]").answer().status());
  }

  @Test
  void shouldNameTheRefusedPlacesAndKeepTheirBatchForARetry() throws Exception {
    String session = office.login();
    String data =
        "[%s,{\"MaHoSo\":\"B %s\",\"TrangThaiHoSo\":\"2\",\"NgayTiepNhan\":\"20260901080000\"},{,}]"
            .formatted(Office.dossier("A"), PHONE);

    var reply = office.envelope(session, "DongBoHoSoMC", data);

    JsonNode body = office.body(reply);
    assertEquals(0, body.path("error_code").intValue(), body.toString());
    assertEquals(1, body.path("accepted").intValue());
    assertEquals("record 2", body.path("rejections").path(0).path("position").textValue());
    assertFalse(body.toString().contains(PHONE), "a value of a record");
    assertEquals(3, office.log.size(), "every record is in the log");
    DeadLetter letter = AvroBytes.read(office.log.get(1).value(), DeadLetter.class);
    Path kept = office.kept.resolve(letter.getInput().toString());
    String text = Files.readString(kept);
    assertTrue(text.contains(PHONE) && !text.contains(session), "records stay, the session goes");
    String at = text.substring(letter.getOffsetBytes().intValue());
    assertTrue(at.startsWith("{\"MaHoSo\":\"B "), at);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
  }

  @Test
  void shouldKeepNothingOfABatchWithoutRefusals() throws Exception {
    office.envelope(office.login(), "DongBoHoSoMC", "[" + Office.dossier("A") + "]");

    try (Stream<Path> files = Files.list(office.kept)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void shouldPointDeadLettersOfABareArrayIntoTheFileThatIsKept() throws Exception {
    office.send(
        "/intake/CapNhatTienDoHoSoMC",
        "Bearer " + office.login(),
        "[" + Office.row("A") + ",{\"MaHoSo\":\"B\",\"TrangThai\":\"77\"}]");

    DeadLetter letter = AvroBytes.read(office.log.get(1).value(), DeadLetter.class);
    byte[] kept = Files.readAllBytes(office.kept.resolve(letter.getInput().toString()));
    String record =
        new String(
            kept,
            letter.getOffsetBytes().intValue(),
            letter.getLengthBytes().intValue(),
            StandardCharsets.UTF_8);
    assertEquals("{\"MaHoSo\":\"B\",\"TrangThai\":\"77\"}", record);
  }

  @Test
  void shouldNeverAnswerSuccessForWhatIsNotInTheLog() {
    office.outcome = EventLog.Outcome.NOT_WRITTEN;

    var reply = office.envelope(office.login(), "DongBoHoSoMC", "[" + Office.dossier("A") + "]");

    assertEquals(503, reply.answer().status());
    assertEquals(503, reply.answer().code());
    assertTrue(reply.answer().retryAfterSeconds() > 0);
    assertEquals(0, office.counts.records());
  }

  @Test
  void shouldAnswerUnavailableWhenTheRegistryIsAway() throws Exception {
    Office away =
        new Office(
            folder,
            "{\"client\":\"opencps\",\"secretSha256\":\"HASH\",\"source\":\"h56\"}",
            Map.of("serde.failures", "1"));
    String session = away.login();
    String data = "[" + Office.dossier("A") + "]";

    assertEquals(503, away.envelope(session, "DongBoHoSoMC", data).answer().status());
    assertEquals(0, away.envelope(session, "DongBoHoSoMC", data).answer().code());
    assertEquals(1, away.log.size());
  }

  @Test
  void shouldSlowDownAClientAboveItsRate() throws Exception {
    Office slow =
        new Office(
            folder,
            "{\"client\":\"opencps\",\"secretSha256\":\"HASH\",\"source\":\"h56\",\"recordsPerSecond\":2}",
            Map.of());
    String session = slow.login();
    String six = "[" + String.join(",", Collections.nCopies(6, Office.dossier("A"))) + "]";

    assertEquals(0, slow.envelope(session, "DongBoHoSoMC", six).answer().code());
    Answer second = slow.envelope(session, "DongBoHoSoMC", six).answer();
    assertEquals(429, second.status());
    assertEquals(3, second.retryAfterSeconds());
    slow.nanos += Duration.ofSeconds(second.retryAfterSeconds()).toNanos();
    assertEquals(0, slow.envelope(session, "DongBoHoSoMC", six).answer().code());
    assertEquals(12, slow.log.size());
  }

  @Test
  void shouldRefuseWhatIsNoBatch() {
    String session = office.login();
    String bearer = "Bearer " + session;

    assertEquals(400, office.send("/intake/create", bearer, "").answer().status());
    assertEquals(400, office.send("/intake/create", bearer, "hello").answer().status());
    assertEquals(400, office.send("/intake/create", bearer, "\u0000[\u0000]").answer().status());
    assertEquals(404, office.send("/intake/nothing", bearer, "[{}]").answer().status());
    assertEquals(404, office.envelope(session, "TraCuuHoSo", "[]").answer().code());
    assertTrue(office.log.isEmpty());
  }

  @Test
  void shouldGiveLaterBatchesLaterMoments() {
    String session = office.login();
    office.envelope(session, "DongBoHoSoMC", "[" + Office.dossier("A") + "]");
    office.envelope(session, "DongBoHoSoMC", "[" + Office.dossier("A") + "]");

    assertTrue(event(0).getRecordedAtMicros() < event(1).getRecordedAtMicros());
    assertTrue(event(0).getArrival() < event(1).getArrival());
  }

  private List<String> kinds() {
    return office.log.stream()
        .map(record -> AvroBytes.read(record.value(), DossierEvent.class))
        .map(event -> event.getSighting().getKind().toString())
        .toList();
  }

  private DossierEvent event(int at) {
    return AvroBytes.read(office.log.get(at).value(), DossierEvent.class);
  }
}
