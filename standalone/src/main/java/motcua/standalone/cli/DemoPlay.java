package motcua.standalone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import motcua.schemas.sample.PlayedDays;
import motcua.standalone.play.DayPlay;
import motcua.standalone.play.PlaySettings;

/** The played days as the demo shows and sets them up; text in Vietnamese. Used by one thread. */
final class DemoPlay implements DayPlay.Watcher {
  /** An hour of silence of one source, so that somebody who looks sees it; else as usual. */
  private static final String RULES =
      """
      {
        "version": "demo",
        "rules": [{"name": "late"}],
        "silence": {"sources": {"%s": 1}}
      }
      """
          .formatted(PlayedDays.SILENT_SOURCE);

  /** Ticks come often enough that a day that begins is seen to begin. */
  private static final String TICK_MILLIS = "500";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("EEEE d/M/uuuu HH:mm", Locale.forLanguageTag("vi"));

  private final PrintStream out;
  private final boolean terminal;
  private LocalDateTime shown = LocalDateTime.MIN;

  /**
   * @param terminal whether one line can be written over again; else there is one each hour
   */
  DemoPlay(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Keys of the application's configuration that differ for a played day. */
  static Map<String, String> overrides(Path folder) throws IOException {
    Path rules = Files.writeString(folder.resolve("alerts.json"), RULES);
    return Map.of(
        "files.alerts", rules.toAbsolutePath().toString(), "clock.tick.interval.ms", TICK_MILLIS);
  }

  /** Says what is going to be played. */
  void announce(PlaySettings settings) {
    out.printf(
        "Ngày làm việc mô phỏng: nhanh gấp %d lần, hạt giống %d (xem lại: ./motcua demo --speed %d --seed %d).%n",
        settings.speed(), settings.seed(), settings.speed(), settings.seed());
  }

  @Override
  public void at(LocalDateTime now, int done, int total) {
    LocalDateTime minute = now.withSecond(0).withNano(0);
    if (terminal ? !minute.isAfter(shown) : now.isBefore(shown.plusHours(1))) {
      return;
    }
    String line =
        total == 0
            ? "%s, qua đêm".formatted(MINUTE.format(minute))
            : "%s, đã có %d trong %d sự kiện của ngày"
                .formatted(MINUTE.format(minute), done, total);
    if (terminal) {
      shown = minute;
      out.print("\r\033[K" + line);
      out.flush();
    } else if (total > 0) {
      shown = minute.withMinute(0);
      out.println(line);
    }
  }

  /** Ends the line. */
  void end() {
    if (terminal) {
      out.println();
    }
  }
}
