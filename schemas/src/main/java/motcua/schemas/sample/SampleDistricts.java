package motcua.schemas.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sample districts: synthetic dossiers whose totals equal what the districts published, as
 * national payload batches for a back-fill. The fates at the end of each period are exact; days,
 * units, fields and procedures come from the seed.
 *
 * <p>Nothing happens to a dossier after the last day of its statement's period, so the figures hold
 * under any clock at or after {@link #CLOCK}. A dossier that is open in time then is due later, and
 * becomes overdue later.
 */
public final class SampleDistricts {
  /** The seed of the demo. */
  public static final long DEFAULT_SEED = 20_240_915L;

  /** The virtual clock of the demo, 15/9/2024 00:00 in Vietnam: the end of the latest period. */
  public static final Instant CLOCK = Instant.parse("2024-09-14T17:00:00Z");

  private static final int FIRST_YEAR = 2014;
  private static final int LAST_YEAR = 2025;

  /** The sets that can be generated. */
  public enum Choice {
    CAM_GIANG,
    /** Đắk Song, every open dossier within its due: overdue open 0, the lower bound. */
    DAK_SONG_OPEN_IN_TIME,
    /**
     * Đắk Song, every open dossier overdue: the upper bound, 3.241. Other units and dossiers than
     * the lower bound.
     */
    DAK_SONG_OPEN_OVERDUE,
    GIO_LINH,
    TUAN_GIAO;

    /** What the demo shows: one bound of Đắk Song, so that no district stands there twice. */
    public static final Set<Choice> DEMO =
        Set.copyOf(EnumSet.complementOf(EnumSet.of(DAK_SONG_OPEN_OVERDUE)));

    DistrictPlan plan() {
      return switch (this) {
        case CAM_GIANG -> PublishedPlans.camGiang();
        case DAK_SONG_OPEN_IN_TIME -> PublishedPlans.dakSong(false);
        case DAK_SONG_OPEN_OVERDUE -> PublishedPlans.dakSong(true);
        case GIO_LINH -> PublishedPlans.gioLinh();
        case TUAN_GIAO -> PublishedPlans.tuanGiao();
      };
    }
  }

  private SampleDistricts() {}

  /** The sets of the demo, see {@link #write(Path, long, Set)}. */
  public static List<DistrictSet> write(Path folder, long seed) {
    return write(folder, seed, Choice.DEMO);
  }

  /**
   * Writes sets into a folder, which is created when missing: one folder of payload files for each,
   * and beside them units.csv, unit-aliases.csv, procedures.csv, holidays.csv and
   * published-figures.csv, its rows with the scope that answers them. The same seed writes the same
   * bytes, whatever other sets are chosen.
   *
   * @throws UncheckedIOException when a file cannot be written
   */
  public static List<DistrictSet> write(Path folder, long seed, Set<Choice> choices) {
    WorkingDays calendar = WorkingDays.fromCsv(SampleFiles.HOLIDAYS.text(), FIRST_YEAR, LAST_YEAR);
    List<DistrictSet> sets = new ArrayList<>();
    List<DistrictPlan> plans = new ArrayList<>();
    try {
      for (Choice choice : Choice.values()) {
        if (choices.contains(choice)) {
          plans.add(choice.plan());
          sets.add(writeSet(folder, plans.getLast(), calendar, seed));
        }
      }
      SampleTables.write(folder, plans, seed);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the sample districts into " + folder, e);
    }
    return List.copyOf(sets);
  }

  /**
   * Writes the tables of sets into a folder, which is created when missing, and no dossier.
   *
   * @throws UncheckedIOException when a file cannot be written
   */
  public static void writeTables(Path folder, Set<Choice> choices) {
    try {
      Files.createDirectories(folder);
      List<DistrictPlan> plans = choices.stream().sorted().map(Choice::plan).toList();
      SampleTables.write(folder, plans, DEFAULT_SEED);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the tables into " + folder, e);
    }
  }

  private static DistrictSet writeSet(
      Path folder, DistrictPlan plan, WorkingDays calendar, long seed) throws IOException {
    Path setFolder = Files.createDirectories(folder.resolve(plan.name()));
    SeededRandom random = new SeededRandom(SeededRandom.mix(seed) ^ plan.name().hashCode());
    String sender = plan.units().get(1).code();
    PayloadBatches headers =
        new PayloadBatches(setFolder, plan.name(), sender, PayloadBatches.Service.DOSSIERS);
    PayloadBatches steps =
        new PayloadBatches(setFolder, plan.name(), sender, PayloadBatches.Service.PROGRESS);
    int dossiers = 0;
    try (headers;
        steps) {
      Map<String, Integer> serials = new HashMap<>();
      for (StatementPlan statement : plan.statements()) {
        DossierSource source = new DossierSource(statement, calendar, random, serials);
        source.forEach(dossiers + 1, dossier -> writeDossier(dossier, headers, steps));
        dossiers += statement.total();
      }
    }
    List<Path> files =
        Stream.concat(headers.files().stream(), steps.files().stream()).sorted().toList();
    List<DistrictSet.Statement> statements =
        plan.statements().stream().map(StatementPlan::statement).toList();
    return new DistrictSet(
        plan.name(), plan.district(), plan.source(), statements, setFolder, files, dossiers);
  }

  private static void writeDossier(
      SampleDossier dossier, PayloadBatches headers, PayloadBatches steps) {
    try {
      headers.add(new HeaderRecord(dossier));
      for (ProgressRecord step : ProgressRecord.stepsOf(dossier)) {
        steps.add(step);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write dossier " + dossier.id(), e);
    }
  }
}
