package motcua.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Files that arrive in a spool folder one after the other, by atomic rename: lines of canonical
 * events with one broken line in each file, and national batches. Every record has an id that names
 * its file and its place.
 */
final class ArrivingFiles {
  private static final int LINES = 2_000;
  private static final int RECORDS = 500;
  private static final int NATIONAL_EVERY = 5;
  private static final long LONGEST_PAUSE_NANOS = 400_000_000L;
  private static final String NAME = "f%04d.%s";

  private final Random random;
  private final Path staging;
  private final Path spool;
  private final List<String> names = new ArrayList<>();
  private final Set<String> events = new HashSet<>();
  private final Set<String> deadLetters = new HashSet<>();
  private int arrived;
  private int allowed;
  private long next;

  /**
   * Writes the files; none has arrived.
   *
   * @param folder where they wait, on the file system of the spool
   * @param records events and broken lines of all files, at least
   */
  ArrivingFiles(Path folder, Path spool, int records, Random random) throws IOException {
    this.staging = Files.createDirectories(folder);
    this.spool = Files.createDirectories(spool);
    this.random = random;
    while (events.size() + deadLetters.size() < records) {
      boolean national = names.size() % NATIONAL_EVERY == NATIONAL_EVERY - 1;
      String name = NAME.formatted(names.size(), national ? "json" : "ndjson");
      int most = records - events.size() - deadLetters.size();
      String content = national ? batch(Math.min(RECORDS, most)) : lines(name, most);
      Files.writeString(staging.resolve(name), content);
      names.add(name);
    }
  }

  /** Ids of the records that must become events. */
  Set<String> events() {
    return events;
  }

  /** File and place of the lines that must become dead letters. */
  Set<String> deadLetters() {
    return deadLetters;
  }

  int count() {
    return names.size();
  }

  int arrived() {
    return arrived;
  }

  /** Lets a part of all files arrive from now on, a few of them at once. */
  void allow(int part, int parts) {
    int before = allowed;
    allowed = names.size() * part / parts;
    int atOnce = (allowed - before) / 2;
    for (int i = 0; i < atOnce && arrived < allowed; i++) {
      drop();
    }
  }

  /** Lets the next file arrive when its moment has come. */
  void tick() {
    if (arrived < allowed && System.nanoTime() - next >= 0) {
      drop();
      next = System.nanoTime() + (long) (random.nextDouble() * LONGEST_PAUSE_NANOS);
    }
  }

  private void drop() {
    String name = names.get(arrived++);
    try {
      Files.move(staging.resolve(name), spool.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String lines(String name, int most) {
    int lines = Math.min(LINES, most);
    int broken = random.nextInt(lines);
    StringBuilder content = new StringBuilder();
    for (int line = 0; line < lines; line++) {
      if (line == broken) {
        content.append("{broken\n");
        deadLetters.add(name + " line " + (line + 1));
      } else {
        content.append(event(id(line)));
      }
    }
    return content.toString();
  }

  private String event(String id) {
    events.add(id);
    return """
        {"source":"h99","eventId":"%s","dossierId":"d%d","type":"RECEIVED","occurredAt":"2024-07-01T08:00:00+07:00",\
        "recordedAt":"2024-07-01T08:00:00+07:00","unit":"U%d","channel":"DIRECT","dueAt":"2024-08-01T17:00:00+07:00"}
        """
        .formatted(id, random.nextInt(100_000), random.nextInt(50));
  }

  private String batch(int records) {
    StringBuilder content =
        new StringBuilder(
            """
            {"session":"s","madonvi":"H99","service":"DongBoHoSoMC","isUpdating":"False","data":[
            """);
    for (int record = 0; record < records; record++) {
      content.append(record == 0 ? "" : ",\n").append(sighting(id(record)));
    }
    return content.append("\n]}\n").toString();
  }

  private String sighting(String id) {
    events.add(id);
    return """
        {"MaHoSo":"%s","MaTTHC":"1.990001.000.00.00.H99","MaLinhVuc":"G99-MA01","KenhThucHien":"1","NgayNopHoSo":"20240820081000",\
        "NgayTiepNhan":"20240820081000","NgayHenTra":"20240826170000","TrangThaiHoSo":"2","DonViXuLy":"Mẫu Sơn"}"""
        .formatted(id);
  }

  private String id(int place) {
    return "F%04d-%04d".formatted(names.size(), place);
  }
}
