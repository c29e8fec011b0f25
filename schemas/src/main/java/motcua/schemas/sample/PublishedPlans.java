package motcua.schemas.sample;

import static motcua.schemas.sample.Cohort.Fate.CLOSED_IN_DUE;
import static motcua.schemas.sample.Cohort.Fate.CLOSED_LATE;
import static motcua.schemas.sample.Cohort.Fate.OPEN_IN_TIME;
import static motcua.schemas.sample.Cohort.Fate.OPEN_OVERDUE;
import static motcua.schemas.sample.Cohort.Fate.OPEN_UNDATED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import motcua.schemas.sample.DistrictPlan.Tree;
import motcua.schemas.sample.DistrictSet.Statement;
import motcua.schemas.sample.StatementPlan.Shares;

/**
 * The plans whose totals equal what the districts published (published-figures.csv). A total that a
 * district did not print is chosen here, once, and each choice says so.
 */
final class PublishedPlans {
  private PublishedPlans() {}

  /**
   * Cẩm Giàng, 1/7 to 14/9/2024. Of the district's 969 the report places 966: the other 3 stay open
   * without a due date. Whether carried-over dossiers are inside is not stated, so all are received
   * in the period. No whole number of 969 prints 99,43 % digitised: 963 (99,38 %) is the nearest.
   * Of the communes' 12.860, 12.833 print 99,79 %. Channels, fees and results are chosen.
   */
  static DistrictPlan camGiang() {
    Tree tree = new Tree("H23", "Hải Dương", "H23.991", "Cẩm Giàng", "", 17);
    LocalDate from = LocalDate.of(2024, 7, 1);
    LocalDate to = LocalDate.of(2024, 9, 14);
    StatementPlan district =
        new StatementPlan(
            new Statement("district", tree.desk().code(), from, to),
            List.of(tree.desk()),
            List.of(
                Cohort.received(CLOSED_IN_DUE, 936),
                Cohort.received(OPEN_IN_TIME, 30),
                Cohort.received(OPEN_UNDATED, 3)),
            new Shares(612, 41, 963, 4, 388, 205, 871));
    StatementPlan communes =
        new StatementPlan(
            new Statement("communes_total", tree.communesCode(), from, to),
            tree.communeUnits(),
            List.of(Cohort.received(CLOSED_IN_DUE, 12_783), Cohort.received(OPEN_IN_TIME, 77)),
            new Shares(9_105, 212, 12_833, 19, 5_240, 3_120, 11_960));
    return new DistrictPlan("cam-giang", "Cẩm Giàng", tree.units(), List.of(district, communes));
  }

  /**
   * Đắk Song, 1/1 to 20/9/2023. The 3.241 open dossiers are derived and their split is not stated:
   * {@code openOverdue} chooses one of the two bounds, all within due or all overdue. How the
   * carried-over ones closed is chosen.
   */
  static DistrictPlan dakSong(boolean openOverdue) {
    Tree tree =
        openOverdue
            ? new Tree(
                "H16", "Đắk Nông", "H16.992", "Đắk Song", ", phương án mọi hồ sơ mở đã quá hạn", 9)
            : new Tree(
                "H16", "Đắk Nông", "H16.991", "Đắk Song", ", phương án mọi hồ sơ mở còn hạn", 9);
    StatementPlan plan =
        new StatementPlan(
            new Statement(
                "district",
                tree.districtCode(),
                LocalDate.of(2023, 1, 1),
                LocalDate.of(2023, 9, 20)),
            tree.all(),
            List.of(
                new Cohort(CLOSED_IN_DUE, true, 1_300, 900),
                new Cohort(CLOSED_LATE, true, 428, 400),
                new Cohort(CLOSED_IN_DUE, false, 14_439, 3_100),
                new Cohort(CLOSED_LATE, false, 1_437, 1_268),
                new Cohort(openOverdue ? OPEN_OVERDUE : OPEN_IN_TIME, false, 3_241, 2_100)),
            new Shares(5_212, 148, 6_930, 3_350, 4_100, 96, 5_480));
    String name = openOverdue ? "dak-song-open-overdue" : "dak-song-open-in-time";
    return new DistrictPlan(name, "Đắk Song", tree.units(), List.of(plan));
  }

  /**
   * Gio Linh, 15/11/2021 to 14/10/2023. Digitised components (21.206 of 66.290), results (27.109 of
   * 66.136) and online payment (350 of 25.000) are printed as percentages without counts; the
   * counts here are chosen to print them.
   */
  static DistrictPlan gioLinh() {
    Tree tree = new Tree("H50", "Quảng Trị", "H50.991", "Gio Linh", "", 17);
    StatementPlan plan =
        new StatementPlan(
            new Statement(
                "not_stated",
                tree.districtCode(),
                LocalDate.of(2021, 11, 15),
                LocalDate.of(2023, 10, 14)),
            tree.all(),
            List.of(
                new Cohort(CLOSED_IN_DUE, true, 290, 120),
                new Cohort(CLOSED_LATE, true, 17, 15),
                new Cohort(CLOSED_IN_DUE, false, 65_675, 6_500),
                new Cohort(CLOSED_LATE, false, 154, 131),
                new Cohort(OPEN_IN_TIME, false, 461, 240)),
            new Shares(25_470, 1_315, 21_206, 12_400, 25_000, 350, 27_109));
    return new DistrictPlan("gio-linh", "Gio Linh", tree.units(), List.of(plan));
  }

  /**
   * Tuần Giáo, yearly on-time rates 2015 to the first quarter of 2020. No counts were published:
   * these are the smallest that print the rate, 1.818 of 1.819 (99,95 %), 408 of 409 (99,76 %) and
   * 1 of 1 (100 %).
   */
  static DistrictPlan tuanGiao() {
    Tree tree = new Tree("H18", "Điện Biên", "H18.991", "Tuần Giáo", "", 19);
    List<StatementPlan> plans = new ArrayList<>();
    for (int year = 2015; year <= 2020; year++) {
      int inDue = year == 2015 ? 1_818 : year == 2016 ? 408 : 1;
      int late = year <= 2016 ? 1 : 0;
      plans.add(
          tuanGiaoYear(year, "district", tree.desk().code(), List.of(tree.desk()), inDue, late));
      plans.add(tuanGiaoYear(year, "communes", tree.communesCode(), tree.communeUnits(), 1, 0));
    }
    return new DistrictPlan("tuan-giao", "Tuần Giáo", tree.units(), List.copyOf(plans));
  }

  private static StatementPlan tuanGiaoYear(
      int year, String level, String scope, List<SampleUnit> units, int inDue, int late) {
    LocalDate to =
        switch (year) {
          case 2017 -> LocalDate.of(2017, 9, 30);
          case 2020 -> LocalDate.of(2020, 3, 31);
          default -> LocalDate.of(year, 12, 31);
        };
    List<Cohort> cohorts = new ArrayList<>();
    cohorts.add(Cohort.received(CLOSED_IN_DUE, inDue));
    if (late > 0) {
      cohorts.add(Cohort.received(CLOSED_LATE, late));
    }
    return new StatementPlan(
        new Statement(level, scope, LocalDate.of(year, 1, 1), to),
        units,
        List.copyOf(cohorts),
        new Shares(0, 0, inDue / 8, inDue / 5, inDue / 3, 0, inDue / 9));
  }
}
