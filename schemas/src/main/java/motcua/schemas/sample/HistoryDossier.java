package motcua.schemas.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws the true events of one dossier, before anything is doubled, revised or retracted:
 * suspended, transferred, re-dated, closed in every way, reopened, some without a reception or a
 * due date, some steps out of order.
 */
final class HistoryDossier {
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 2);
  private static final int DAYS = 300;
  private static final List<String> CHANNELS = List.of("ONLINE", "DIRECT", "POSTAL");
  private static final List<String> SUSPENSIONS =
      List.of("SUPPLEMENT", "FINANCIAL_OBLIGATION", "STOPPED");
  private static final List<String> DUE_REASONS = List.of("EXTENSION", "CORRECTION", "SUPPLEMENT");
  private static final List<String> COMPONENTS = List.of("NONE", "PARTIAL", "FULL");

  private final SeededRandom random;
  private final String source;
  private final String dossierId;
  private final List<String> units;
  private final List<Map<String, Object>> events = new ArrayList<>();
  private Instant now;

  private HistoryDossier(SeededRandom random, String source, String dossierId, List<String> units) {
    this.random = random;
    this.source = source;
    this.dossierId = dossierId;
    this.units = units;
    this.now =
        FIRST_DAY
            .plusDays(random.nextInt(DAYS))
            .atTime(LocalTime.of(7, 30).plusMinutes(random.nextInt(570)))
            .toInstant(VIETNAM);
  }

  /** The events as maps in the field order of ledger.md 2. */
  static List<Map<String, Object>> draw(
      SeededRandom random, String source, String dossierId, List<String> units) {
    HistoryDossier dossier = new HistoryDossier(random, source, dossierId, units);
    dossier.receive();
    int steps = random.nextInt(5);
    for (int i = 0; i < steps; i++) {
      dossier.step();
    }
    dossier.close();
    return dossier.events;
  }

  /** An instant in the canonical form; most in Vietnam time, some in UTC. */
  static String time(Instant instant, SeededRandom random) {
    Instant seconds = instant.truncatedTo(ChronoUnit.SECONDS);
    return random.percent(10)
        ? seconds.toString()
        : OffsetDateTime.ofInstant(seconds, VIETNAM).toString();
  }

  private void receive() {
    if (random.percent(5)) {
      add("COMPONENTS_DIGITISED").put("components", pick(COMPONENTS));
    }
    if (random.percent(98)) {
      reception();
    }
    if (random.percent(2)) {
      reception();
    }
  }

  private void reception() {
    Map<String, Object> event = add("RECEIVED");
    event.put("unit", pick(units));
    event.put("procedure", "1.99%04d".formatted(random.nextInt(30)));
    event.put("field", "G99-F%02d".formatted(random.nextInt(8)));
    event.put("channel", pick(CHANNELS));
    if (random.percent(95)) {
      event.put("dueAt", due());
    }
  }

  private void step() {
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> suspendAndResume();
      case 3 -> {
        Map<String, Object> event = add("DUE_CHANGED");
        event.put("dueAt", due());
        event.put("reason", pick(DUE_REASONS));
      }
      case 4 -> add("TRANSFERRED").put("unit", pick(units));
      case 5 -> add("COMPONENTS_DIGITISED").put("components", pick(COMPONENTS));
      case 6 -> add("FEE_PAID").put("online", random.percent(50));
      default -> {
        Map<String, Object> event = add("APOLOGISED");
        if (random.percent(50)) {
          event.put("dueAt", due());
        }
      }
    }
  }

  private void suspendAndResume() {
    add("SUSPENDED").put("reason", pick(SUSPENSIONS));
    if (random.percent(85)) {
      Map<String, Object> resumed = add("RESUMED");
      if (random.percent(40)) {
        resumed.put("dueAt", due());
      }
    }
  }

  private void close() {
    int fate = random.nextInt(100);
    if (fate < 72) {
      add("COMPLETED");
      afterwards();
    } else if (fate < 78) {
      add("RETURNED");
    } else if (fate < 83) {
      add("REFUSED");
    } else if (fate < 88) {
      add("WITHDRAWN");
    }
  }

  private void afterwards() {
    if (random.percent(30)) {
      add("RESULT_DIGITISED");
    }
    if (random.percent(60)) {
      add("RETURNED");
    }
    if (random.percent(6)) {
      add("REOPENED");
      if (random.percent(70)) {
        add("COMPLETED");
      }
    }
  }

  private Map<String, Object> add(String type) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("eventId", dossierId + ":" + (events.size() + 1));
    event.put("source", source);
    event.put("dossierId", dossierId);
    event.put("type", type);
    event.put("occurredAt", time(now, random));
    event.put("recordedAt", time(now.plus(delay()), random));
    events.add(event);
    advance();
    return event;
  }

  /** Mostly forward, sometimes not at all, now and then back: sources are like that. */
  private void advance() {
    int chance = random.nextInt(100);
    if (chance < 3) {
      now = now.minus(Duration.ofHours(random.between(1, 72)));
    } else if (chance >= 13) {
      now = now.plus(Duration.ofMinutes(random.between(5, 6 * 24 * 60)));
    }
  }

  /** Mostly within minutes, sometimes days or months late, rarely before it happens. */
  private Duration delay() {
    int chance = random.nextInt(100);
    if (chance < 80) {
      return Duration.ofSeconds(random.nextInt(600));
    }
    if (chance < 95) {
      return Duration.ofMinutes(random.nextInt(5 * 24 * 60));
    }
    return chance < 99
        ? Duration.ofHours(random.between(100, 2000))
        : Duration.ofHours(-random.between(1, 48));
  }

  private String due() {
    LocalDate day =
        OffsetDateTime.ofInstant(now, VIETNAM).toLocalDate().plusDays(random.nextInt(20));
    return day + "T17:00:00+07:00";
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
