package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a sender's batch to the journal, with the real registry, topology and database. */
@Timeout(240)
class IntakeLedgerIT {
  private static final String UNITS =
      "code,name,parent,level,validFrom,validTo,successor,headName,headEmail\nH56.01,UBND xã,,COMMUNE,2020-01-01,,,,\n";
  private static final String HEADERS =
      """
      [{"MaHoSo":"HS-1","MaTTHC":"1.001193","KenhThucHien":"1","TrangThaiHoSo":"9","MaDonViTiepNhan":"H56.01",\
      "NgayTiepNhan":"20260901080000","NgayHenTra":"20260908170000","NgayKetThucXuLy":"20260904100000"},\
      {"MaHoSo":"HS-2","MaTTHC":"1.001193","KenhThucHien":"2","TrangThaiHoSo":"2","MaDonViTiepNhan":"H56.01",\
      "NgayTiepNhan":"20260902080000","NgayHenTra":"20261208170000"}]""";

  @TempDir Path folder;

  @Test
  void shouldBookNothingMoreWhenTheSameBatchComesAgain() throws Exception {
    try (DataFolder data = DataFolder.kept(folder.resolve("data"));
        StandaloneMotcua motcua = start(data);
        IntakeRole intake = IntakeRole.start(settings(motcua))) {
      IntakeLine line = new IntakeLine();
      int postings = sendAndCount(motcua, line, intake);
      assertTrue(postings > 0, "two dossiers move something");

      assertEquals(postings, sendAndCount(motcua, line, intake));
      assertEquals(postings, sendAndCount(motcua, line, intake));
    }
  }

  private static int sendAndCount(StandaloneMotcua motcua, IntakeLine line, IntakeRole intake)
      throws Exception {
    IntakeLine.Answered answered = line.send(intake.url(), 1, HEADERS);
    while (answered.status() == 503) {
      Thread.sleep(50);
      answered = line.send(intake.url(), 1, HEADERS);
    }
    assertTrue(answered.isSuccess() && answered.body().contains("\"accepted\":2"), answered.body());
    motcua.product().awaitSettled(Progress.SILENT);
    return count(motcua);
  }

  /** Legs in the journal. */
  private static int count(StandaloneMotcua motcua) throws SQLException {
    DatabaseLogin login = motcua.postgres().owner();
    try (Connection connection =
            DriverManager.getConnection(
                login.url() + "?currentSchema=motcua", login.user(), login.password());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT coalesce(sum(cardinality(dossier_id)), 0) FROM posting_page")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private StandaloneMotcua start(DataFolder data) throws IOException {
    Path units = Files.writeString(folder.resolve("units.csv"), UNITS);
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.of(units),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return StandaloneMotcua.start(
        data,
        new StandaloneSettings(
            Optional.empty(), 0, StandaloneSettings.DEFAULT_PARTITIONS, files, Map.of()),
        EmbeddedProduct::start,
        Progress.SILENT);
  }

  private Map<String, String> settings(StandaloneMotcua motcua) throws Exception {
    Map<String, String> settings =
        new HashMap<>(IntakeLine.settings(folder, motcua.broker().bootstrapServers()));
    settings.put("intake.patience.ms", "5000");
    settings.put("value.serializer", RegistrySerdes.APICURIO.serializer());
    RegistrySerdes.APICURIO
        .settings(motcua.registry(), true)
        .forEach((key, value) -> settings.put("serde." + key, value));
    return settings;
  }
}
