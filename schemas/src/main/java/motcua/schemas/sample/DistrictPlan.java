package motcua.schemas.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is generated for one set: its units and its statements.
 *
 * @param name name of the set
 * @param district district as printed in the publication
 * @param units the set's part of the unit tree, parents first
 * @param statements the statements, which share no dossier
 */
record DistrictPlan(
    String name, String district, List<SampleUnit> units, List<StatementPlan> statements) {

  String source() {
    return "sample-" + name;
  }

  /**
   * The invented unit tree of a district: province, district, its desk, a group for the communes,
   * the communes.
   *
   * @param provinceCode real code of the province; everything below it is invented
   * @param districtCode invented code of the district, below the province's
   * @param communes number of communes
   */
  record Tree(
      String provinceCode,
      String province,
      String districtCode,
      String district,
      String note,
      int communes) {

    List<SampleUnit> units() {
      List<SampleUnit> units = new ArrayList<>();
      units.add(
          new SampleUnit(provinceCode, "Tỉnh " + province + SampleUnit.LABEL, "", "province", ""));
      units.add(
          new SampleUnit(
              districtCode,
              "Huyện " + district + note + SampleUnit.LABEL,
              provinceCode,
              "district",
              ""));
      units.add(desk());
      String group = "Các xã, thị trấn, " + place();
      units.add(
          new SampleUnit(communesCode(), group + SampleUnit.LABEL, districtCode, "group", ""));
      units.addAll(communeUnits());
      return List.copyOf(units);
    }

    String communesCode() {
      return districtCode + ".99";
    }

    SampleUnit desk() {
      return unit(
          districtCode + ".00", "Bộ phận Một cửa cấp huyện, " + place(), districtCode, "desk");
    }

    List<SampleUnit> communeUnits() {
      return IntStream.rangeClosed(1, communes)
          .mapToObj(
              i ->
                  unit(
                      "%s.%02d".formatted(districtCode, i),
                      "Bộ phận Một cửa xã mẫu %02d, %s".formatted(i, place()),
                      communesCode(),
                      "commune"))
          .toList();
    }

    List<SampleUnit> all() {
      List<SampleUnit> all = new ArrayList<>();
      all.add(desk());
      all.addAll(communeUnits());
      return List.copyOf(all);
    }

    private String place() {
      return "huyện " + district + note;
    }

    private static SampleUnit unit(String code, String name, String parent, String level) {
      return new SampleUnit(code, name + SampleUnit.LABEL, parent, level, name);
    }
  }
}
