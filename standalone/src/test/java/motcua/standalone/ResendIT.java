package motcua.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import motcua.schemas.sample.DistrictSet;
import motcua.schemas.sample.HistoryParameters;
import motcua.schemas.sample.RandomHistories;
import motcua.schemas.sample.SampleDistricts;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A source that sends everything again — a year of canonical events and a whole sample district of
 * national batches, on the next day, in files of other names and in another order — changes nothing
 * in the ledger: the same journal, not one posting more. Replay with {@code -Dmotcua.seed}.
 */
@Timeout(600)
class ResendIT {
  private static final long SEED = Long.getLong("motcua.seed", new Random().nextLong());
  private static final OffsetDateTime DAY = OffsetDateTime.parse("2025-06-01T00:15:00+07:00");
  private static final OffsetDateTime NEXT_DAY = DAY.plusDays(1);
  private static final int DOSSIERS = 1_500;
  private static final int FILES = 7;

  @TempDir Path folder;
  private Path units;
  private DistrictSet district;

  @Test
  void shouldBookNothingWhenAYearIsSentAgain() throws Exception {
    System.out.println("motcua.seed=" + SEED);
    List<String> lines =
        RandomHistories.lines(new HistoryParameters(SEED, DOSSIERS, 12, 0, 2, 1, 0));
    district =
        SampleDistricts.write(
                folder.resolve("sample"),
                SampleDistricts.DEFAULT_SEED,
                Set.of(SampleDistricts.Choice.CAM_GIANG))
            .getFirst();
    writeUnits();
    List<Path> year = List.of(Files.write(folder.resolve("year.ndjson"), lines));

    try (DataFolder data = DataFolder.kept(folder.resolve("data"))) {
      try (StandaloneMotcua motcua = start(data, DAY)) {
        ingest(motcua, "h99", Intake.RecordedAt.INPUT, DAY, year);
        ingest(motcua, district.source(), Intake.RecordedAt.CLOCK, DAY, district.files());
      }
      try (StandaloneMotcua motcua = start(data, NEXT_DAY)) {
        motcua.product().awaitSettled(Progress.SILENT);
        Map<String, String> ledger = ledger(motcua);
        long sent = logEnd(motcua);
        assertTrue(
            Long.parseLong(ledger.get("posting").replaceFirst(" .*", "")) > 4 * DOSSIERS,
            "" + ledger);

        ingest(motcua, "h99", Intake.RecordedAt.INPUT, NEXT_DAY, shuffled(lines));
        ingest(motcua, district.source(), Intake.RecordedAt.CLOCK, NEXT_DAY, renamed());

        System.out.println(sent + " records, all of them twice: " + ledger);
        assertEquals(2 * sent, logEnd(motcua), "not all of it was sent again");
        assertEquals(ledger, ledger(motcua));
      }
    }
  }

  /** Number of rows, and a digest over those of all of them, which are too long together. */
  private static Map<String, String> ledger(StandaloneMotcua motcua) throws Exception {
    Map<String, String> tables = new TreeMap<>();
    DatabaseLogin login = motcua.postgres().owner();
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password());
        Statement statement = connection.createStatement()) {
      for (String table : List.of("posting", "ledger", "dossier", "dossier_mark")) {
        String query =
            "SELECT count(*) || ' ' || md5(coalesce(string_agg(row, '' ORDER BY row COLLATE \"C\"), ''))"
                + " FROM (SELECT md5(t::text) AS row FROM motcua."
                + table
                + " t) rows";
        try (ResultSet row = statement.executeQuery(query)) {
          row.next();
          tables.put(table, row.getString(1));
        }
      }
    }
    return tables;
  }

  /** Records of the event log. */
  private static long logEnd(StandaloneMotcua motcua) throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", motcua.broker().bootstrapServers()))) {
      long end = 0;
      for (int part = 0; part < StandaloneSettings.DEFAULT_PARTITIONS; part++) {
        TopicPartition partition = new TopicPartition(Contracts.EVENTS, part);
        end +=
            admin
                .listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
      }
      return end;
    }
  }

  private List<Path> shuffled(List<String> lines) throws Exception {
    List<String> again = new ArrayList<>(lines);
    Collections.shuffle(again, new Random(SEED));
    List<Path> files = new ArrayList<>();
    for (int file = 0; file < FILES; file++) {
      List<String> part =
          again.subList(again.size() * file / FILES, again.size() * (file + 1) / FILES);
      files.add(Files.write(folder.resolve("again-" + file + ".ndjson"), part));
    }
    return files;
  }

  /** The batches backwards, under other names; a blank more, or the launcher would leave them. */
  private List<Path> renamed() throws Exception {
    List<Path> files = new ArrayList<>();
    for (Path batch : district.files().reversed()) {
      Path again = folder.resolve("again-%03d.json".formatted(files.size()));
      files.add(Files.writeString(again, Files.readString(batch) + "\n"));
    }
    return files;
  }

  private void writeUnits() throws Exception {
    String sample = Files.readString(folder.resolve("sample").resolve("units.csv"));
    String header = RandomHistories.unitsCsv(12).lines().findFirst().orElseThrow();
    assertEquals(header, sample.lines().findFirst().orElseThrow());
    units =
        Files.writeString(
            folder.resolve("units.csv"),
            sample + RandomHistories.unitsCsv(12).substring(header.length() + 1));
  }

  private StandaloneMotcua start(DataFolder data, OffsetDateTime now) throws Exception {
    Path sample = folder.resolve("sample");
    ReferenceFiles files =
        new ReferenceFiles(
            Optional.of(units),
            Optional.of(sample.resolve("unit-aliases.csv")),
            Optional.of(sample.resolve("procedures.csv")),
            Optional.of(sample.resolve("holidays.csv")),
            Optional.empty());
    return StandaloneMotcua.start(
        data,
        new StandaloneSettings(
            Optional.of(now), 0, StandaloneSettings.DEFAULT_PARTITIONS, files, Map.of()),
        EmbeddedProduct::start,
        Progress.SILENT);
  }

  private static void ingest(
      StandaloneMotcua motcua,
      String source,
      Intake.RecordedAt recordedAt,
      OffsetDateTime now,
      List<Path> files)
      throws Exception {
    motcua.ingest(files, new Intake(source, recordedAt, Optional.of(now)), Progress.SILENT);
  }
}
