package motcua.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import motcua.ingest.config.TableConfig;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.Origin;
import motcua.ingest.mapping.PersonalData;
import motcua.ingest.mapping.RecordedAt;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.sheet.RowReader;
import motcua.ingest.source.BrokenInputException;
import motcua.ingest.source.InputFault;
import motcua.ingest.source.Part;
import motcua.ingest.source.Section;
import motcua.ingest.source.SpoolFile;
import motcua.ingest.source.SpoolFormat;
import motcua.ingest.table.RowPlace;
import motcua.ingest.table.TableMapping;
import motcua.ingest.table.TablePreview;
import motcua.ingest.table.TableRow;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;

/** Reads a sample by a mapping the way the connector would, and counts what comes of it. */
final class MappingTrial {
  private static final int LONGEST_ROW = 16 << 20;

  private final TableConfig config;
  private final TableMapping mapping;
  private final TablePreview preview;
  private final List<DeadLetter> rejected = new ArrayList<>();
  private final Map<String, Long> records = new TreeMap<>();
  private long rows;
  private long skipped;

  MappingTrial(TableConfig config, String source) {
    PersonalData guard = new PersonalData(List.of());
    this.config = config;
    this.mapping = new TableMapping(config.spec(), source, config.units(), guard);
    this.preview = new TablePreview(config.spec(), source, config.units(), guard);
  }

  /** Reads every table of the sample. */
  void read(Path sample) throws IOException {
    switch (SpoolFormat.examine(sample, () -> false)) {
      case SpoolFile.Refused refused -> refuse(refused.facts().name(), refused.fault().reason());
      case SpoolFile.Readable readable -> {
        for (Part part : readable.parts()) {
          read(part);
        }
      }
    }
  }

  TableConfig config() {
    return config;
  }

  /** Rows below the header. */
  long rows() {
    return rows;
  }

  /** Rows that are blank, that {@code when} leaves out, or that hold no event. */
  long skipped() {
    return skipped;
  }

  /** What would be sent, by type of event, or by status of a dossier. */
  Map<String, Long> records() {
    return records;
  }

  /** What would be a dead letter. */
  List<DeadLetter> rejected() {
    return rejected;
  }

  Map<TablePreview.Line, List<String>> values() {
    return preview.lines();
  }

  private void read(Part part) throws IOException {
    try {
      if (SpoolFormat.section(part) instanceof Section.Table table) {
        rows(part, table.format().kind());
      } else {
        refuse(part.name(), InputFault.ENTRY_UNKNOWN_FORMAT.reason());
      }
    } catch (BrokenInputException e) {
      refuse(part.name(), e.reason());
    }
  }

  private void rows(Part part, SpoolFormat.Table.Kind kind) throws IOException {
    RowPlace place = new RowPlace(new Origin(part.name(), "row", part.sha256()), 0, 0);
    Stamp stamp =
        new Stamp(RecordedAt.CLOCK, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
    try (RowReader reader = RowReader.open(part.content(), kind, config.spec(), 0, LONGEST_ROW)) {
      for (TableRow row = reader.next(); row != null; row = reader.next()) {
        rows++;
        preview.add(row);
        List<Mapped> mapped = mapping.map(row, place, stamp, 0);
        skipped += mapped.isEmpty() ? 1 : 0;
        mapped.forEach(this::count);
      }
    }
  }

  private void count(Mapped mapped) {
    switch (mapped) {
      case Mapped.Dead dead -> rejected.add(dead.letter());
      case Mapped.Event event -> records.merge(name(event.event()), 1L, Long::sum);
    }
  }

  private static String name(DossierEvent event) {
    if (event.getSighting() == null) {
      return event.getType();
    }
    String status = event.getSighting().getStatus();
    return "dossier of status " + (status == null ? "unknown" : status);
  }

  private void refuse(String input, String reason) {
    DeadLetter letter = new DeadLetter();
    letter.setInput(input);
    letter.setPosition("file");
    letter.setReason(reason);
    letter.setKept(Map.of());
    rejected.add(letter);
  }
}
