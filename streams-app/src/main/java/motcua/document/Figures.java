package motcua.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import motcua.core.ledger.ReportRow;
import motcua.core.print.FormLine;
import motcua.core.snapshot.RowKey;
import motcua.core.unit.ProcedureCatalogue;
import motcua.readmodel.Breakdown;
import motcua.readmodel.Snapshot;

/**
 * The lines of a snapshot as the office prints them: a unit a line, or a field or procedure a line
 * over all units of the scope.
 */
final class Figures {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Figures() {}

  /** Units with the names of the published bytes, in their order. */
  static List<FormLine> units(Snapshot snapshot) {
    Map<String, String> names = names(snapshot);
    Map<String, ReportRow> sums = sums(snapshot, true);
    List<FormLine> lines = new ArrayList<>();
    names.forEach((unit, name) -> lines.add(new FormLine(unit, name, sums.get(unit))));
    return lines;
  }

  /** Fields or procedures by code, with their names on the period's last day. */
  static List<FormLine> parts(Snapshot snapshot, ProcedureCatalogue procedures) {
    LocalDate day = snapshot.head().subject().period().to();
    boolean fields = snapshot.head().subject().by() == Breakdown.FIELD;
    List<FormLine> lines = new ArrayList<>();
    sums(snapshot, false)
        .forEach(
            (part, figures) ->
                lines.add(
                    new FormLine(
                        part,
                        fields
                            ? procedures.fieldName(part, day)
                            : procedures.procedureName(part, day),
                        figures)));
    return lines;
  }

  private static Map<String, ReportRow> sums(Snapshot snapshot, boolean byUnit) {
    Map<String, ReportRow> sums = new TreeMap<>();
    snapshot
        .rows()
        .forEach(
            (row, figures) -> {
              if (!row.equals(RowKey.TOTAL)) {
                sums.merge(byUnit ? row.unit() : row.part(), figures, ReportRow::plus);
              }
            });
    return sums;
  }

  private static Map<String, String> names(Snapshot snapshot) {
    Map<String, String> names = new TreeMap<>();
    try {
      for (JsonNode row : JSON.readTree(snapshot.body()).get("rows")) {
        names.put(row.get("unit").asText(), row.get("name").asText());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("a published body is JSON", broken);
    }
    return names;
  }
}
