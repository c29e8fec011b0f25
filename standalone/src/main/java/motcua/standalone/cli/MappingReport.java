package motcua.standalone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import motcua.ingest.table.MappingSpec;
import motcua.ingest.table.TableField;
import motcua.ingest.table.TablePreview;
import motcua.schemas.events.DeadLetter;

/** What {@code mapping check} prints. */
final class MappingReport {
  private static final int SHOWN = 20;

  private MappingReport() {}

  static List<String> of(MappingTrial trial) {
    List<String> lines = new ArrayList<>();
    values(trial, lines);
    lines.add("");
    lines.add(
        "%d rows, %d skipped, %d rejected"
            .formatted(trial.rows(), trial.skipped(), trial.rejected().size()));
    trial.records().forEach((name, count) -> lines.add("  %8d  %s".formatted(count, name)));
    rejected(trial.rejected(), lines);
    notes(trial.config().spec(), lines);
    return lines;
  }

  private static void values(MappingTrial trial, List<String> lines) {
    List<String[]> table = new ArrayList<>();
    table.add(new String[] {"column", "field", "first values"});
    trial
        .values()
        .forEach(
            (line, texts) ->
                table.add(new String[] {line.from(), field(line), String.join(", ", texts)}));
    int column = width(table, 0);
    int field = width(table, 1);
    for (String[] cells : table) {
      lines.add(padded(cells[0], column) + "  " + padded(cells[1], field) + "  " + cells[2]);
    }
  }

  private static String field(TablePreview.Line line) {
    return line.event().isEmpty() ? line.field() : line.event() + "." + line.field();
  }

  private static int width(List<String[]> table, int cell) {
    return table.stream().mapToInt(cells -> cells[cell].length()).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static void rejected(List<DeadLetter> letters, List<String> lines) {
    Map<String, Long> reasons = new TreeMap<>();
    letters.forEach(letter -> reasons.merge(letter.getReason(), 1L, Long::sum));
    if (!reasons.isEmpty()) {
      lines.add("");
      lines.add("rejected, by reason:");
      reasons.forEach((reason, count) -> lines.add("  %8d  %s".formatted(count, reason)));
    }
    letters.stream()
        .limit(SHOWN)
        .map(
            letter ->
                "  " + letter.getInput() + " " + letter.getPosition() + ": " + letter.getReason())
        .forEach(lines::add);
    if (letters.size() > SHOWN) {
      lines.add("  and " + (letters.size() - SHOWN) + " more");
    }
  }

  private static void notes(MappingSpec spec, List<String> lines) {
    boolean recorded =
        spec.fields().containsKey(TableField.RECORDED_AT)
            || spec.events().stream()
                .allMatch(event -> event.fields().containsKey(TableField.RECORDED_AT));
    if (spec.rows() == MappingSpec.Rows.EVENT && !recorded) {
      lines.add("");
      lines.add("recordedAt is not mapped: a replay of this table needs --backfill");
    }
  }
}
