package motcua.schemas.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Messy canonical histories as NDJSON lines (ledger.md 2): late, doubled, revised, retracted, moved
 * to another dossier, suspended, transferred, reopened, malformed; lines come shuffled within a
 * window. Every valid line carries its own recordedAt. The expected figures are whatever the ledger
 * core makes of the same lines: this only makes the mess.
 */
public final class RandomHistories {
  private static final int WINDOW = 1_024;
  private static final List<String> SOURCES = List.of("random-a", "random-b");
  private static final String UNKNOWN_UNIT = "H99.777";

  private final HistoryParameters parameters;
  private final SeededRandom random;
  private final List<String> units;
  private final JsonFactory json = new JsonFactory();
  private final List<String> window = new ArrayList<>();
  private final Consumer<String> sink;

  private RandomHistories(HistoryParameters parameters, Consumer<String> sink) {
    this.parameters = parameters;
    this.random = new SeededRandom(parameters.seed());
    this.units = unitCodes(parameters.units());
    this.sink = sink;
  }

  /**
   * Hands every line, without its line end, to the consumer; holds no more than a window of lines
   * in memory.
   */
  public static void forEachLine(HistoryParameters parameters, Consumer<String> sink) {
    new RandomHistories(parameters, sink).run();
  }

  /** All lines. */
  public static List<String> lines(HistoryParameters parameters) {
    List<String> lines = new ArrayList<>();
    forEachLine(parameters, lines::add);
    return List.copyOf(lines);
  }

  /**
   * The tree the lines' units belong to: one root; with three units or more the third ends in 2024
   * in the first.
   */
  public static String unitsCsv(int units) {
    StringBuilder csv =
        new StringBuilder(
            "code,name,parent,level,validFrom,validTo,successor,headName,headEmail\n");
    csv.append("H99,Tỉnh ngẫu nhiên (dữ liệu mô phỏng),,province,,,,,\n");
    List<String> codes = unitCodes(units);
    for (int i = 0; i < codes.size(); i++) {
      String validity = i == 2 ? ",2024-06-30," + codes.getFirst() : ",,";
      csv.append(
          "%s,Đơn vị ngẫu nhiên %d (dữ liệu mô phỏng),H99,commune,%s,,\n"
              .formatted(codes.get(i), i + 1, validity));
    }
    return csv.toString();
  }

  /**
   * Writes {@code events.ndjson} and {@code units.csv} into a folder, which is created when
   * missing.
   *
   * @throws UncheckedIOException when a file cannot be written
   */
  public static void write(Path folder, HistoryParameters parameters) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("units.csv"), unitsCsv(parameters.units()));
      try (BufferedWriter events = Files.newBufferedWriter(folder.resolve("events.ndjson"))) {
        forEachLine(parameters, line -> append(events, line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write random histories into " + folder, e);
    }
  }

  private static void append(BufferedWriter writer, String line) {
    try {
      writer.append(line).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> unitCodes(int units) {
    return IntStream.rangeClosed(1, units).mapToObj("H99.%03d"::formatted).toList();
  }

  private void run() {
    for (int i = 0; i < parameters.dossiers(); i++) {
      List<String> reachable = random.percent(1) ? List.of(UNKNOWN_UNIT) : units;
      String source = SOURCES.get(random.nextInt(SOURCES.size()));
      for (Map<String, Object> event :
          HistoryDossier.draw(random, source, dossierId(i), reachable)) {
        emit(event);
      }
    }
    while (!window.isEmpty()) {
      release();
    }
  }

  private static String dossierId(int number) {
    return "H99-%06d".formatted(number);
  }

  private void emit(Map<String, Object> event) {
    put(line(event));
    if (random.percent(parameters.duplicatePercent())) {
      put(line(event));
    }
    if (random.percent(parameters.revisionPercent())) {
      put(line(revised(event)));
    }
    if (random.percent(parameters.retractionPercent())) {
      put(line(retracted(event)));
      if (random.percent(25)) {
        put(line(later(event, 200)));
      }
    }
    if (random.percent(parameters.malformedPercent())) {
      put(malformed(event));
    }
  }

  private Map<String, Object> revised(Map<String, Object> event) {
    Map<String, Object> revision = later(event, 90);
    int change = random.nextInt(10);
    if (change == 0) {
      revision.put("dossierId", dossierId(random.nextInt(parameters.dossiers())));
    } else if (change < 4 && revision.containsKey("dueAt")) {
      revision.put("dueAt", shifted(revision.get("dueAt"), random.between(-240, 240)));
    } else if (change < 5 && revision.containsKey("unit")) {
      revision.put("unit", units.get(random.nextInt(units.size())));
    } else if (change < 9) {
      revision.put("occurredAt", shifted(revision.get("occurredAt"), random.between(-200, 200)));
    }
    // Else nothing but recordedAt changes: an equal revision has no effect.
    return revision;
  }

  /** Some retractions repeat the whole event, some only say which. */
  private Map<String, Object> retracted(Map<String, Object> event) {
    Map<String, Object> retraction = later(event, 60);
    if (random.percent(50)) {
      retraction.keySet().retainAll(List.of("eventId", "source", "recordedAt"));
    }
    retraction.put("retracted", true);
    return retraction;
  }

  /** The same event recorded up to some days later, now and then at the same instant: a tie. */
  private Map<String, Object> later(Map<String, Object> event, int days) {
    Map<String, Object> copy = new LinkedHashMap<>(event);
    if (random.percent(90)) {
      copy.put("recordedAt", shifted(event.get("recordedAt"), random.between(1, days * 24)));
    }
    return copy;
  }

  private String shifted(Object time, int hours) {
    Instant instant = OffsetDateTime.parse((String) time).toInstant();
    return HistoryDossier.time(instant.plus(Duration.ofHours(hours)), random);
  }

  /** A line that must become a dead letter; its event id is its own, so that it hides nothing. */
  private String malformed(Map<String, Object> event) {
    Map<String, Object> broken = new LinkedHashMap<>(event);
    broken.put("eventId", event.get("eventId") + "-bad");
    switch (random.nextInt(7)) {
      case 0 -> broken.remove("eventId");
      case 1 -> broken.remove("source");
      case 2 -> broken.remove("recordedAt");
      case 3 -> broken.put("type", "FINISHED");
      case 4 -> broken.put("occurredAt", "2024-03-05T08:00:00");
      case 5 -> broken.remove("occurredAt");
      default -> {
        String whole = line(broken);
        return whole.substring(0, whole.length() - 1 - random.nextInt(whole.length() / 2));
      }
    }
    return line(broken);
  }

  private String line(Map<String, Object> event) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator generator = json.createGenerator(text)) {
      generator.writeStartObject();
      for (Map.Entry<String, Object> field : event.entrySet()) {
        if (field.getValue() instanceof Boolean flag) {
          generator.writeBooleanField(field.getKey(), flag);
        } else {
          generator.writeStringField(field.getKey(), (String) field.getValue());
        }
      }
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void put(String line) {
    window.add(line);
    if (window.size() == WINDOW) {
      release();
    }
  }

  private void release() {
    int index = random.nextInt(window.size());
    String chosen = window.set(index, window.getLast());
    window.removeLast();
    sink.accept(chosen);
  }
}
