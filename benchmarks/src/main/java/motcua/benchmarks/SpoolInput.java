package motcua.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import motcua.schemas.sample.DistrictSet;
import motcua.schemas.sample.HistoryParameters;
import motcua.schemas.sample.RandomHistories;
import motcua.schemas.sample.SampleDistricts;
import motcua.standalone.Intake;

/**
 * Files that lie ready for the spool.
 *
 * @param files in the order in which they arrive
 * @param records records in them, each of which becomes an event
 */
record SpoolInput(List<Path> files, int records) {
  private static final int LINES_A_FILE = 50_000;
  private static final int EVENTS_A_DOSSIER_AT_LEAST = 2;
  private static final int UNITS = 150;
  private static final String DOSSIER_CALL = "DongBoHoSoMC.json";

  SpoolInput {
    files = List.copyOf(files);
  }

  /** What is in the files. */
  enum Kind {
    /** Canonical events, NDJSON. */
    CANONICAL("spool-canonical", Intake.RecordedAt.INPUT),
    /** National batches of dossier records (DongBoHoSoMC), 5.000 a file. */
    NATIONAL("spool-national", Intake.RecordedAt.CLOCK);

    private final String figure;
    private final Intake.RecordedAt recordedAt;

    Kind(String figure, Intake.RecordedAt recordedAt) {
      this.figure = figure;
      this.recordedAt = recordedAt;
    }

    String figure() {
      return figure;
    }

    Intake.RecordedAt recordedAt() {
      return recordedAt;
    }
  }

  /**
   * Writes files.
   *
   * @param records number of records; national ones come a district at a time and may be more
   */
  static SpoolInput write(Kind kind, Path folder, long seed, int records) throws IOException {
    Files.createDirectories(folder);
    return switch (kind) {
      case CANONICAL -> canonical(folder, seed, records);
      case NATIONAL -> national(folder, seed, records);
    };
  }

  /** Bytes of all files. */
  long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static SpoolInput canonical(Path folder, long seed, int records) throws IOException {
    int dossiers = records / EVENTS_A_DOSSIER_AT_LEAST + 1;
    List<String> lines = new ArrayList<>(records);
    RandomHistories.forEachLine(
        new HistoryParameters(seed, dossiers, UNITS, 5, 2, 1, 0),
        line -> {
          if (lines.size() < records) {
            lines.add(line);
          }
        });
    List<Path> files = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += LINES_A_FILE) {
      List<String> part = lines.subList(from, Math.min(lines.size(), from + LINES_A_FILE));
      files.add(Files.write(folder.resolve("%04d.ndjson".formatted(files.size())), part));
    }
    return new SpoolInput(files, lines.size());
  }

  private static SpoolInput national(Path folder, long seed, int records) throws IOException {
    List<Path> files = new ArrayList<>();
    int written = 0;
    for (long next = seed; written < records; next++) {
      Path own = folder.resolve(Long.toString(next));
      DistrictSet district =
          SampleDistricts.write(own, next, Set.of(SampleDistricts.Choice.DAK_SONG_OPEN_IN_TIME))
              .getFirst();
      for (Path file : district.files()) {
        if (file.toString().endsWith(DOSSIER_CALL)) {
          files.add(Files.move(file, folder.resolve(next + "-" + file.getFileName())));
        }
      }
      written += district.dossiers();
    }
    return new SpoolInput(files, written);
  }
}
