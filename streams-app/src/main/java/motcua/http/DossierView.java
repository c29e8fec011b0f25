package motcua.http;

import java.time.LocalDate;
import motcua.core.unit.UnitTree;
import motcua.readmodel.DossierLine;

/** A dossier as the API shows it; times local with offset, null when there is none. */
record DossierView(
    String source,
    String dossierId,
    String unit,
    String unitName,
    String procedure,
    String field,
    String channel,
    String bucket,
    String receivedAt,
    String dueAt,
    String firstDueAt,
    String closedAt) {
  static DossierView of(DossierLine line, UnitTree units, LocalDate day) {
    boolean named = units.row(line.unit(), day) != null;
    return new DossierView(
        line.source(),
        line.dossierId(),
        line.unit().isEmpty() ? "" : units.displayCode(line.unit()),
        named ? units.name(line.unit(), day) : "",
        line.procedure(),
        line.field(),
        line.channel(),
        line.bucket(),
        Responses.time(line.receivedAt()),
        Responses.time(line.dueAt()),
        Responses.time(line.firstDueAt()),
        Responses.time(line.closedAt()));
  }
}
