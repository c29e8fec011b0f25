package motcua.standalone.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What the units of a small province did in ten weeks: one late too often, one punctual, one that
 * nobody came to.
 */
final class PageHistory {
  static final String LATE_UNIT = "H99.31.07";
  static final String PUNCTUAL_UNIT = "H99.31.08";
  static final String IDLE_UNIT = "H99.31.09";
  static final String SOURCE = "h99";

  private static final int DOSSIERS = 140;

  /** The last of them are still open, and some that were forgotten. */
  private static final int CLOSED = 110;

  private final OffsetDateTime now;
  private final List<String> lines = new ArrayList<>();

  private PageHistory(OffsetDateTime now) {
    this.now = now;
  }

  /** Canonical events, in the order in which they happened to each dossier. */
  static Path write(Path folder, OffsetDateTime now) throws IOException {
    PageHistory history = new PageHistory(now);
    for (int number = 0; number < DOSSIERS; number++) {
      history.dossier(number);
    }
    return Files.write(folder.resolve("history.ndjson"), history.lines);
  }

  static Path writeUnits(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("units.csv"),
        """
        code,name,parent,level,validFrom,validTo,successor,headName,headEmail
        H99,Tỉnh mẫu,,PROVINCE,,,,,
        H99.31.07,Trung tâm Phục vụ hành chính công xã Mẫu Sơn,H99,COMMUNE,,,,,
        H99.31.08,Trung tâm Phục vụ hành chính công xã Mẫu Hà,H99,COMMUNE,,,,,
        H99.31.09,Trung tâm Phục vụ hành chính công xã Mẫu Bình,H99,COMMUNE,,,,,
        """);
  }

  private void dossier(int number) {
    String unit = number % 2 == 0 ? LATE_UNIT : PUNCTUAL_UNIT;
    String id = "%s-26-%04d".formatted(unit, number);
    OffsetDateTime received = now.minusDays(70L - number / 2).withHour(8).withMinute(number % 60);
    OffsetDateTime due = received.plusDays(12).withHour(17).withMinute(0);
    event(
        id,
        1,
        "RECEIVED",
        received,
        ",\"unit\":\"%s\",\"procedure\":\"1.99000%d\",\"field\":\"G99-0%d\",\"channel\":\"%s\",\"dueAt\":\"%s\""
            .formatted(
                unit, 1 + number % 4, 1 + number % 3, number % 3 == 0 ? "DIRECT" : "ONLINE", due));
    if (number % 5 != 0) {
      event(id, 2, "COMPONENTS_DIGITISED", received.plusMinutes(30), ",\"components\":\"FULL\"");
    }
    if (number < CLOSED && number % 7 != 3) {
      close(id, received, unit.equals(LATE_UNIT) && number % 16 == 0);
    }
  }

  private void close(String id, OffsetDateTime received, boolean late) {
    OffsetDateTime closed = received.plusDays(late ? 14 : 9).withHour(15);
    if (closed.isBefore(now)) {
      event(id, 3, "COMPLETED", closed, "");
      if (closed.getDayOfMonth() % 3 != 0) {
        event(id, 4, "RESULT_DIGITISED", closed.plusMinutes(10), "");
      }
    }
  }

  private void event(String dossier, int number, String type, OffsetDateTime at, String more) {
    lines.add(
        "{\"eventId\":\"%s:%d\",\"source\":\"%s\",\"dossierId\":\"%s\",\"type\":\"%s\",\"occurredAt\":\"%s\"%s}"
            .formatted(dossier, number, SOURCE, dossier, type, at, more));
  }
}
