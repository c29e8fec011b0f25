package motcua.ingest.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import motcua.ingest.mapping.EventContent;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.PersonalData;
import motcua.ingest.mapping.Stamp;
import motcua.schemas.events.DossierEvent;

/**
 * A row of a table to the events or the sighting it holds, by a mapping file. A row is taken whole
 * or refused whole. Thread-safe.
 */
public final class TableMapping {
  private final MappingSpec spec;
  private final String defaultSource;
  private final PersonalData guard;
  private final List<EventRow> events;
  private final Map<String, String> keys = new HashMap<>();

  /**
   * A mapping for one connector.
   *
   * @param spec what the mapping file says
   * @param defaultSource system of rows where neither row nor file names one; null when they must
   * @param units codes of units that are given by name; {@link UnitNames#NONE} without a file
   * @param guard finds personal data in kept values
   */
  public TableMapping(MappingSpec spec, String defaultSource, UnitNames units, PersonalData guard) {
    this.spec = spec;
    this.defaultSource = spec.source().orElse(defaultSource);
    this.guard = guard;
    this.events =
        spec.events().stream().map(event -> new EventRow(event, spec.fields(), units)).toList();
    spec.columns().forEach(column -> keys.put(column, CellText.key(column)));
  }

  /** What the mapping file says. */
  public MappingSpec spec() {
    return spec;
  }

  /**
   * Maps one row; never throws on bad input.
   *
   * @param arrival arrival sequence of the first record of the row; each has its own
   * @return the row's events in the order of the mapping file, or one sighting, or one dead letter;
   *     empty for a row that is blank, that {@code when} leaves out or that holds no event
   */
  public List<Mapped> map(TableRow row, RowPlace place, Stamp stamp, long arrival) {
    RowValues values = new RowValues(row, spec.empty(), keys, guard);
    if (row.isBlank() || !values.holds(spec.when())) {
      return List.of();
    }
    return switch (spec.rows()) {
      case DOSSIER -> dossier(row, values, place, stamp, arrival);
      case EVENT -> events(row, values, place, stamp, arrival);
    };
  }

  private List<Mapped> dossier(
      TableRow row, RowValues values, RowPlace place, Stamp stamp, long arrival) {
    DossierRow dossier = new DossierRow(values, spec.fields());
    DossierEvent event = dossier.read(defaultSource, row.number() - 1, stamp, arrival);
    return values.refusal() == null
        ? List.of(new Mapped.Event(event))
        : dead(row, values, place, stamp, dossier.source(), dossier.kept(guard));
  }

  private List<Mapped> events(
      TableRow row, RowValues values, RowPlace place, Stamp stamp, long arrival) {
    List<Mapped> mapped = new ArrayList<>(events.size());
    for (EventRow event : events) {
      Optional<EventContent> content = event.read(values, defaultSource, stamp.mode());
      if (values.refusal() != null) {
        EventContent refused = content.orElseThrow();
        return dead(row, values, place, stamp, refused.source(), refused.kept(guard));
      }
      content.ifPresent(
          read -> mapped.add(new Mapped.Event(read.event(stamp, arrival + mapped.size()))));
    }
    return mapped;
  }

  private List<Mapped> dead(
      TableRow row,
      RowValues values,
      RowPlace place,
      Stamp stamp,
      String source,
      Map<String, String> kept) {
    return List.of(
        place
            .origin()
            .refuseRow(
                row.number(),
                row.fingerprint(),
                place.offsetBytes(),
                place.lengthBytes(),
                values.refusal(),
                guard.isIn(source) ? null : source,
                kept,
                stamp));
  }
}
