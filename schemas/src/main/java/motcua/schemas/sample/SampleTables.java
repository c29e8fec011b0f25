package motcua.schemas.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the reference tables that go with the payloads, in the forms of contract.md. */
final class SampleTables {
  private static final List<String> PUBLISHED =
      SampleFiles.PUBLISHED_FIGURES.text().lines().toList();

  private SampleTables() {}

  static void write(Path folder, List<DistrictPlan> plans, long seed) throws IOException {
    lines(
        folder.resolve("units.csv"),
        "code,name,parent,level,validFrom,validTo,successor,headName,headEmail",
        units(plans));
    lines(folder.resolve("unit-aliases.csv"), "source,name,code,validFrom,validTo", aliases(plans));
    lines(
        folder.resolve("procedures.csv"),
        "code,name,field,fieldName,onlineLevel,maxWorkingDays,validFrom,validTo",
        procedures());
    SampleFiles holidays = SampleFiles.HOLIDAYS;
    Files.writeString(folder.resolve(holidays.fileName()), holidays.text());
    lines(
        folder.resolve(SampleFiles.PUBLISHED_FIGURES.fileName()),
        PUBLISHED.getFirst() + ",scope",
        placed(plans));
    Files.writeString(
        folder.resolve("README.txt"),
        "Dữ liệu mô phỏng, sinh tự động (seed %d): không có hồ sơ, đơn vị hay người thật.\n"
                .formatted(seed)
            + "Tổng số khớp với số liệu các huyện đã công bố trong published-figures.csv.\n");
  }

  /** The published figures, each with the unit whose dossiers are generated to give it. */
  private static List<String> placed(List<DistrictPlan> plans) {
    return PUBLISHED.stream().skip(1).map(line -> line + "," + scope(line, plans)).toList();
  }

  private static String scope(String line, List<DistrictPlan> plans) {
    for (DistrictPlan plan : plans) {
      for (StatementPlan one : plan.statements()) {
        DistrictSet.Statement statement = one.statement();
        String period = statement.from() + "," + statement.to() + "," + statement.level() + ",";
        if (line.startsWith(plan.district() + ",") && line.contains("," + period)) {
          return statement.scopeUnit();
        }
      }
    }
    return "";
  }

  private static Set<String> units(List<DistrictPlan> plans) {
    Set<String> lines = new LinkedHashSet<>();
    for (DistrictPlan plan : plans) {
      for (SampleUnit unit : plan.units()) {
        lines.add(
            String.join(
                ",",
                unit.code(),
                quote(unit.name()),
                unit.parent(),
                unit.level(),
                "",
                "",
                "",
                "",
                ""));
      }
    }
    return lines;
  }

  private static List<String> aliases(List<DistrictPlan> plans) {
    List<String> lines = new ArrayList<>();
    for (DistrictPlan plan : plans) {
      plan.units().stream()
          .filter(unit -> !unit.payloadName().isEmpty())
          .map(
              unit ->
                  String.join(",", plan.source(), quote(unit.payloadName()), unit.code(), "", ""))
          .forEach(lines::add);
    }
    return lines;
  }

  private static List<String> procedures() {
    return SampleProcedure.ALL.stream()
        .map(
            procedure ->
                String.join(
                    ",",
                    procedure.code(),
                    quote(procedure.name()),
                    procedure.field(),
                    quote(procedure.fieldName()),
                    procedure.onlineLevel(),
                    Integer.toString(procedure.maxWorkingDays()),
                    "",
                    ""))
        .toList();
  }

  private static String quote(String cell) {
    return cell.contains(",") ? '"' + cell + '"' : cell;
  }

  private static void lines(Path file, String header, Iterable<String> lines) throws IOException {
    StringBuilder text = new StringBuilder(header).append('\n');
    lines.forEach(line -> text.append(line).append('\n'));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
