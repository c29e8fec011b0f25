package motcua.schemas.sample;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A dossier of the benchmark stream, computed from its number: 75 % have their components
 * digitised, 15 % are suspended and resumed, 97 % are completed, about 4 % of these after their due
 * day.
 */
record BenchmarkDossier(long seed, long number, long hash) {
  static final int HOURS_A_DAY = 10;
  private static final int LONGEST_TERM_DAYS = 30;

  /** More office hours than any dossier lasts. */
  static final int LONGEST_HOURS = (LONGEST_TERM_DAYS + 25) * HOURS_A_DAY + 200;

  private static final List<String> CHANNELS = List.of("ONLINE", "ONLINE", "DIRECT", "POSTAL");
  private static final List<String> COMPONENTS = List.of("FULL", "FULL", "PARTIAL", "NONE");
  private static final List<String> UNIT_CODES = codes("H99.%03d", 1, BenchmarkEvents.UNITS);
  private static final List<String> FIELDS = codes("G99-B%02d", 1, 20);
  private static final List<String> PROCEDURES = codes("1.99%04d", 0, 200);

  /** The events a dossier may have, in their order; the names are event types of ledger.md 2. */
  enum Stage {
    RECEIVED,
    COMPONENTS_DIGITISED,
    SUSPENDED,
    RESUMED,
    COMPLETED;

    private static final List<Stage> ALL = List.of(values());

    static Stage of(int ordinal) {
      return ALL.get(ordinal);
    }
  }

  BenchmarkDossier(long seed, long number) {
    this(seed, number, SeededRandom.mix(seed ^ SeededRandom.mix(number + 1)));
  }

  private static List<String> codes(String format, int first, int count) {
    return IntStream.range(first, first + count).mapToObj(format::formatted).toList();
  }

  boolean has(Stage stage) {
    return switch (stage) {
      case RECEIVED -> true;
      case COMPONENTS_DIGITISED -> bits(0) % 100 < 75;
      case SUSPENDED, RESUMED -> bits(1) % 100 < 15;
      case COMPLETED -> bits(2) % 100 < 97;
    };
  }

  int events() {
    int events = 0;
    for (Stage stage : Stage.ALL) {
      events += has(stage) ? 1 : 0;
    }
    return events;
  }

  /** The next event of this dossier. */
  Optional<Stage> after(Stage stage) {
    for (int i = stage.ordinal() + 1; i < Stage.ALL.size(); i++) {
      if (has(Stage.ALL.get(i))) {
        return Optional.of(Stage.ALL.get(i));
      }
    }
    return Optional.empty();
  }

  /** 1 for the first event. */
  int ordinal(Stage stage) {
    int ordinal = 1;
    for (int i = 0; i < stage.ordinal(); i++) {
      ordinal += has(Stage.ALL.get(i)) ? 1 : 0;
    }
    return ordinal;
  }

  /** Office hours between the event before and this one; at least 1. */
  int hoursBefore(Stage stage) {
    return switch (stage) {
      case RECEIVED -> 0;
      case COMPONENTS_DIGITISED -> 1 + bits(3) % 5;
      case SUSPENDED -> 2 + bits(4) % 18;
      case RESUMED -> 5 + bits(5) % 60;
      case COMPLETED ->
          isLate()
              ? (termDays() + 1 + bits(6) % 20) * HOURS_A_DAY
              : 1 + bits(6) % completionHours();
    };
  }

  /**
   * Room from the event before to the due day: a suspension moves the due by about as much as it
   * takes.
   */
  private int completionHours() {
    return Math.max(1, (termDays() - 3) * HOURS_A_DAY);
  }

  private boolean isLate() {
    return bits(7) % 1000 < 40;
  }

  int termDays() {
    return 4 + (int) ((hash >>> 5) & 0xff) % (LONGEST_TERM_DAYS - 4);
  }

  String id() {
    return UNIT_CODES.get(unitIndex()) + "-24-" + (1_000_000_000L + number);
  }

  String unit() {
    return UNIT_CODES.get(unitIndex());
  }

  /** A procedure belongs to one field: ten procedures a field. */
  String procedure() {
    return PROCEDURES.get(procedureIndex());
  }

  String field() {
    return FIELDS.get(procedureIndex() % FIELDS.size());
  }

  String channel() {
    return CHANNELS.get((int) (hash & 3));
  }

  String components() {
    return COMPONENTS.get((int) (hash >>> 2) & 3);
  }

  private int unitIndex() {
    return (int) ((hash >>> 16 & 0xffffff) % UNIT_CODES.size());
  }

  private int procedureIndex() {
    return (int) ((hash >>> 40 & 0xffffff) % PROCEDURES.size());
  }

  /** Independent bits for one question about the dossier. */
  private int bits(int question) {
    return (int) (SeededRandom.mix(hash + question * 0x9e3779b97f4a7c15L) >>> 40);
  }
}
