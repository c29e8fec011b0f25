package motcua.audit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import motcua.audit.recount.Cell;
import motcua.audit.recount.DossierRecount;
import motcua.audit.recount.Entry;
import motcua.audit.recount.LogRecord;
import motcua.audit.recount.RecountRules;
import motcua.schemas.events.DossierEvent;

/**
 * From the log to the recounted entries by unit, in bounded memory. Three passes over files: the
 * records by event, because the revisions of one event stand under whatever dossiers they name;
 * then by dossier, each with all revisions of the events that ever named it; then its entries by
 * unit.
 */
final class Gathering implements AutoCloseable {
  private static final int RECORDS_A_FILE = 50_000;
  private static final int MOST_FILES = 500;

  private final EventLog log;
  private final Path folder;
  private final int files;
  private final Spill entries;
  private long events;
  private long dossiers;

  /** An entry, and whose it is. */
  record Owned(String owner, Entry entry) {}

  /**
   * Reads and recounts everything before a point.
   *
   * @param folder that exists and is empty; only this uses it
   */
  Gathering(EventLog log, EventLog.Point point, RecountRules rules, Path folder)
      throws IOException {
    this.log = log;
    this.folder = folder;
    this.files = (int) Math.clamp(point.records() / RECORDS_A_FILE + 1, 1, MOST_FILES);
    this.entries = new Spill(folder, "entries", files);
    try (Spill byDossier = new Spill(folder, "dossiers", files)) {
      try (Spill byEvent = new Spill(folder, "events", files)) {
        log.read(point, value -> spread(value, byEvent, byDossier));
        byEvent.written();
        for (int file = 0; file < byEvent.size(); file++) {
          handToDossiers(byEvent, file, byDossier);
        }
      }
      byDossier.written();
      for (int file = 0; file < byDossier.size(); file++) {
        recount(byDossier, file, rules);
      }
    }
    entries.written();
  }

  long events() {
    return events;
  }

  long dossiers() {
    return dossiers;
  }

  /** Files that entries are spread over. */
  int files() {
    return files;
  }

  /** The file that holds a unit's entries. */
  int fileOf(String unit) {
    return entries.fileOf(unit);
  }

  private static String key(String source, String id) {
    return source + '\u001f' + id;
  }

  private void spread(byte[] value, Spill byEvent, Spill byDossier) {
    Optional<LogRecord> read = log.decode(value).flatMap(LogRecord::of);
    if (read.isEmpty()) {
      return;
    }
    events++;
    try {
      switch (read.get()) {
        case LogRecord.OfEvent event -> {
          String key = key(event.source(), event.eventId());
          DataOutputStream out = byEvent.of(key);
          Spill.writeText(out, key);
          Spill.writeText(out, event.source());
          // An empty dossier is none: codes are never empty.
          Spill.writeText(out, event.dossierId() == null ? "" : event.dossierId());
          Spill.writeBytes(out, value);
        }
        case LogRecord.OfSighting sighting ->
            write(byDossier, sighting.source(), sighting.dossierId(), value);
      }
    } catch (IOException full) {
      throw new UncheckedIOException("cannot write into " + folder, full);
    }
  }

  private static void write(Spill byDossier, String source, String dossierId, byte[] value)
      throws IOException {
    DataOutputStream out = byDossier.of(key(source, dossierId));
    Spill.writeText(out, source);
    Spill.writeText(out, dossierId);
    Spill.writeBytes(out, value);
  }

  private static void handToDossiers(Spill byEvent, int file, Spill byDossier) throws IOException {
    Map<String, List<Revision>> events = new LinkedHashMap<>();
    byEvent.read(
        file,
        in -> {
          String key = Spill.readText(in);
          Revision revision =
              new Revision(Spill.readText(in), Spill.readText(in), Spill.readBytes(in));
          events.computeIfAbsent(key, k -> new ArrayList<>(1)).add(revision);
        });
    for (List<Revision> revisions : events.values()) {
      Set<String> named = new LinkedHashSet<>();
      revisions.forEach(revision -> named.add(revision.dossierId()));
      named.remove("");
      for (String dossierId : named) {
        for (Revision revision : revisions) {
          write(byDossier, revision.source(), dossierId, revision.value());
        }
      }
    }
  }

  private record Revision(String source, String dossierId, byte[] value) {}

  private record Dossier(String source, String dossierId) {}

  private void recount(Spill byDossier, int file, RecountRules rules) throws IOException {
    Map<Dossier, List<DossierEvent>> records = new LinkedHashMap<>();
    byDossier.read(
        file,
        in -> {
          Dossier dossier = new Dossier(Spill.readText(in), Spill.readText(in));
          DossierEvent event = log.decode(Spill.readBytes(in)).orElseThrow();
          records.computeIfAbsent(dossier, d -> new ArrayList<>()).add(event);
        });
    for (Map.Entry<Dossier, List<DossierEvent>> each : records.entrySet()) {
      Dossier dossier = each.getKey();
      dossiers++;
      for (Entry entry :
          DossierRecount.of(dossier.source(), dossier.dossierId(), each.getValue(), rules)) {
        write(key(dossier.source(), dossier.dossierId()), entry);
      }
    }
  }

  private void write(String owner, Entry entry) throws IOException {
    Cell cell = entry.cell();
    DataOutputStream out = entries.of(cell.unit());
    Spill.writeText(out, owner);
    Spill.writeText(out, cell.unit());
    Spill.writeText(out, cell.field());
    Spill.writeText(out, cell.counterpart());
    out.writeLong(cell.countsOn().toEpochDay());
    out.writeLong(cell.knownOn().toEpochDay());
    out.writeByte(entry.figure());
    out.writeLong(entry.count());
  }

  /** Reads the entries of one file. */
  void entries(int file, Consumer<Owned> each) throws IOException {
    Map<String, String> texts = new HashMap<>();
    entries.read(file, in -> each.accept(owned(in, texts)));
  }

  /** Units and fields are few: kept once. */
  private static Owned owned(DataInputStream in, Map<String, String> texts) throws IOException {
    String owner = Spill.readText(in);
    Cell cell =
        new Cell(
            texts.computeIfAbsent(Spill.readText(in), text -> text),
            texts.computeIfAbsent(Spill.readText(in), text -> text),
            texts.computeIfAbsent(Spill.readText(in), text -> text),
            LocalDate.ofEpochDay(in.readLong()),
            LocalDate.ofEpochDay(in.readLong()));
    return new Owned(owner, new Entry(cell, in.readByte(), in.readLong()));
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
