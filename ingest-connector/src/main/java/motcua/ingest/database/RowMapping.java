package motcua.ingest.database;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import motcua.ingest.config.EventSettings;
import motcua.ingest.mapping.CanonicalMapping;
import motcua.ingest.mapping.LinkHash;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.NationalMapping;
import motcua.ingest.mapping.Origin;
import motcua.ingest.mapping.PersonalData;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.source.Fingerprint;
import motcua.ingest.source.RawRecord;
import motcua.ingest.table.RowPlace;
import motcua.ingest.table.TableMapping;
import motcua.ingest.table.TableRow;
import motcua.ingest.table.UnitNames;

/** Rows to events, sightings or dead letters, whichever form they have. */
final class RowMapping {
  private final DatabaseConfig config;
  private final SourceTable table;
  private final CanonicalMapping canonical;
  private final NationalMapping national;
  private final NationalMapping.Envelope envelope;
  private final Optional<TableMapping> mapping;
  private final List<String> names;
  private final String tableFingerprint;

  RowMapping(DatabaseConfig config, SourceTable table) {
    this.config = config;
    this.table = table;
    EventSettings events = config.events();
    PersonalData guard = new PersonalData(events.exempt());
    String source = events.source().orElse(null);
    this.canonical = new CanonicalMapping(source, guard);
    this.national = new NationalMapping(source, guard, new LinkHash(events.linkHashKey()));
    this.envelope = new NationalMapping.Envelope(null, config.senderUnit());
    this.mapping =
        config.mapping().map(spec -> new TableMapping(spec, source, UnitNames.NONE, guard));
    this.names = table.read().stream().map(SourceTable.Column::name).toList();
    this.tableFingerprint = Fingerprint.of(config.table().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Maps one row; never throws on bad input.
   *
   * @param number place among the rows this task has read, from 1
   * @return empty for a row that holds no event
   */
  List<Mapped> map(DatabaseSession.Row row, long number, Stamp stamp) {
    Origin origin = new Origin(config.table(), place(row), tableFingerprint);
    if (mapping.isPresent()) {
      TableRow cells = TableRow.of(number, names, row.values());
      return mapping.get().map(cells, new RowPlace(origin, 0, 0), stamp, number);
    }
    RawRecord raw = raw(row.values().get(0), number);
    return List.of(
        config.form() == RowsForm.CANONICAL
            ? canonical.map(raw, origin, stamp, number)
            : national.map(raw, envelope, origin, stamp, number));
  }

  private RawRecord raw(String payload, long number) {
    byte[] bytes = payload == null ? new byte[0] : payload.getBytes(StandardCharsets.UTF_8);
    return bytes.length > config.recordMaxBytes()
        ? new RawRecord.TooLong(Fingerprint.of(bytes), number, 0, bytes.length)
        : new RawRecord.Whole(bytes, 0, bytes.length, number, 0);
  }

  /** A key that is a number or UUID names the row; any other may tell more than that. */
  private String place(DatabaseSession.Row row) {
    boolean plain = table.key().size() == 1 && table.key().get(0).isPlainId();
    return plain ? "row with key " + row.key().get(0) + ", read as" : "row";
  }
}
