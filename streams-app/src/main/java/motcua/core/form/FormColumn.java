package motcua.core.form;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import motcua.core.ledger.Column;
import motcua.core.ledger.ReportRow;

/**
 * One printed column: a sum of ledger columns, so that its figure can be followed to dossiers.
 *
 * @param code its name in reports; a code means the same sum in every preset
 * @param number the form's own column number; empty where the form has no such column
 * @param group what it stands under
 * @param heading in Vietnamese, to be read below the group's
 * @param added ledger columns it adds, at least one
 * @param subtracted ledger columns it takes off; mostly none
 */
public record FormColumn(
    String code,
    OptionalInt number,
    FormGroup group,
    String heading,
    List<Column> added,
    List<Column> subtracted) {
  public FormColumn {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(heading, "heading");
    added = List.copyOf(added);
    subtracted = List.copyOf(subtracted);
    if (added.isEmpty()) {
      throw new IllegalArgumentException(code + " adds no column of the ledger");
    }
  }

  /** A column of a preset that keeps no numbers. */
  static FormColumn sum(FormGroup group, String code, String heading, Column... added) {
    return new FormColumn(
        code, OptionalInt.empty(), group, heading, List.of(added), List.<Column>of());
  }

  FormColumn less(Column... columns) {
    return new FormColumn(code, number, group, heading, added, List.of(columns));
  }

  FormColumn numbered(int formNumber) {
    return new FormColumn(code, OptionalInt.of(formNumber), group, heading, added, subtracted);
  }

  /** Its figure in a row: a number of dossiers, negative where the period takes back more. */
  public long of(ReportRow row) {
    long sum = 0;
    for (Column column : added) {
      sum += column.of(row);
    }
    for (Column column : subtracted) {
      sum -= column.of(row);
    }
    return sum;
  }
}
