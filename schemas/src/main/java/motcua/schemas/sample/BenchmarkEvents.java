package motcua.schemas.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import motcua.schemas.events.Digitisation;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.events.Due;
import motcua.schemas.events.Reception;
import motcua.schemas.events.Suspension;

/**
 * A fast deterministic stream of clean canonical events in the order of their recordedAt, spread
 * over the office hours of 2024: about three a dossier, 150 units, 20 fields, 200 procedures.
 * Memory grows with the dossiers open at one time, not with the events. Not thread-safe.
 *
 * <p>A dossier is a pure function of (seed, number); only which of its events comes next is
 * remembered, in one bucket an office hour. An event is always scheduled into a later bucket, so
 * sorting each bucket sorts the stream.
 */
public final class BenchmarkEvents implements Iterator<DossierEvent> {
  /** Source of every event. */
  public static final String SOURCE = "bench";

  /** Number of units; their codes are {@code H99.001} to {@code H99.150}. */
  public static final int UNITS = 150;

  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final long FIRST_DAY_MICROS =
      LocalDate.of(2024, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.ofHours(7)) * 1_000_000L;
  private static final int RECEPTION_HOURS = 366 * BenchmarkDossier.HOURS_A_DAY;
  private static final int DOSSIER_BITS = 36;

  private final long seed;
  private final long events;
  private final long dossiers;
  private final long[][] buckets = new long[RECEPTION_HOURS + BenchmarkDossier.LONGEST_HOURS + 1][];
  private final int[] sizes = new int[buckets.length];
  private final long[] emittedByStage = new long[BenchmarkDossier.Stage.values().length];
  private long[] current = new long[0];
  private int position;
  private int hour = -1;
  private long nextDossier;
  private long emitted;

  /**
   * A stream of exactly this many events.
   *
   * @param seed same seed and number, same events
   */
  public BenchmarkEvents(long seed, long events) {
    if (events < 0) {
      throw new IllegalArgumentException("events must be at least 0: " + events);
    }
    this.seed = seed;
    this.events = events;
    this.dossiers = dossiersFor(seed, events);
  }

  /** A tree that names every unit, in the form of contract.md. */
  public static String unitsCsv() {
    return RandomHistories.unitsCsv(2) + unitLines();
  }

  private static String unitLines() {
    StringBuilder lines = new StringBuilder();
    for (int unit = 3; unit <= UNITS; unit++) {
      lines.append(
          "H99.%03d,Đơn vị ngẫu nhiên %d (dữ liệu mô phỏng),H99,commune,,,,,\n"
              .formatted(unit, unit));
    }
    return lines.toString();
  }

  @Override
  public boolean hasNext() {
    return emitted < events;
  }

  @Override
  public DossierEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all " + events + " events are given out");
    }
    while (position == current.length) {
      openNextHour();
    }
    long entry = current[position++];
    BenchmarkDossier dossier = new BenchmarkDossier(seed, entry & ((1L << DOSSIER_BITS) - 1));
    BenchmarkDossier.Stage stage = BenchmarkDossier.Stage.of((int) (entry >>> DOSSIER_BITS) & 7);
    dossier.after(stage).ifPresent(next -> schedule(dossier, next));
    emitted++;
    emittedByStage[stage.ordinal()]++;
    return event(dossier, stage, micros(hour) + (entry >>> (DOSSIER_BITS + 3)) * 1_000L);
  }

  /** RECEIVED events given out so far: what the ledger's {@code received} must be. */
  public long received() {
    return emittedByStage[BenchmarkDossier.Stage.RECEIVED.ordinal()];
  }

  /**
   * COMPLETED events given out so far: every dossier completes at most once, so also the closed
   * ones.
   */
  public long completed() {
    return emittedByStage[BenchmarkDossier.Stage.COMPLETED.ordinal()];
  }

  /** COMPONENTS_DIGITISED events given out so far. */
  public long digitised() {
    return emittedByStage[BenchmarkDossier.Stage.COMPONENTS_DIGITISED.ordinal()];
  }

  /** Just enough dossiers that all their events together reach the number wanted. */
  private static long dossiersFor(long seed, long events) {
    long sum = 0;
    long dossiers = 0;
    while (sum < events) {
      sum += new BenchmarkDossier(seed, dossiers++).events();
    }
    return dossiers;
  }

  private void openNextHour() {
    hour++;
    while (nextDossier < dossiers && receptionHour(nextDossier) == hour) {
      put(hour, nextDossier, BenchmarkDossier.Stage.RECEIVED);
      nextDossier++;
    }
    current = buckets[hour] == null ? new long[0] : Arrays.copyOf(buckets[hour], sizes[hour]);
    buckets[hour] = null;
    Arrays.sort(current);
    position = 0;
  }

  private int receptionHour(long dossier) {
    return (int) (dossier * RECEPTION_HOURS / dossiers);
  }

  private void schedule(BenchmarkDossier dossier, BenchmarkDossier.Stage next) {
    put(hour + dossier.hoursBefore(next), dossier.number(), next);
  }

  /** An entry sorts by millisecond in the hour, then stage, then dossier. */
  private void put(int bucket, long dossier, BenchmarkDossier.Stage stage) {
    long millis = Math.floorMod(SeededRandom.mix(seed + dossier * 8 + stage.ordinal()), 3_600_000L);
    if (buckets[bucket] == null) {
      buckets[bucket] = new long[16];
    } else if (sizes[bucket] == buckets[bucket].length) {
      buckets[bucket] = Arrays.copyOf(buckets[bucket], 2 * sizes[bucket]);
    }
    buckets[bucket][sizes[bucket]++] =
        (millis << (DOSSIER_BITS + 3)) | ((long) stage.ordinal() << DOSSIER_BITS) | dossier;
  }

  /** Start of an office hour: ten a day from 07:00. */
  private static long micros(int officeHour) {
    long day = officeHour / BenchmarkDossier.HOURS_A_DAY;
    long hourOfDay = 7 + officeHour % BenchmarkDossier.HOURS_A_DAY;
    return FIRST_DAY_MICROS + (day * 24 + hourOfDay) * HOUR_MICROS;
  }

  private DossierEvent event(BenchmarkDossier dossier, BenchmarkDossier.Stage stage, long at) {
    String id = dossier.id();
    DossierEvent event = new DossierEvent();
    event.setSource(SOURCE);
    event.setDossierId(id);
    event.setEventId(id + ":" + dossier.ordinal(stage));
    event.setType(stage.name());
    event.setOccurredAtMicros(at);
    event.setRecordedAtMicros(at);
    event.setArrival(emitted);
    event.setGeneration(1);
    switch (stage) {
      case RECEIVED -> {
        event.setReception(
            new Reception(dossier.unit(), dossier.procedure(), dossier.field(), dossier.channel()));
        event.setDue(new Due(dueMicros(dossier, at), null));
      }
      case COMPONENTS_DIGITISED -> event.setDigitisation(new Digitisation(dossier.components()));
      case SUSPENDED -> event.setSuspension(new Suspension("SUPPLEMENT"));
      case RESUMED, COMPLETED -> {}
    }
    return event;
  }

  /** 17:00 of the day some days after the reception. */
  private static long dueMicros(BenchmarkDossier dossier, long receivedAt) {
    long day = (receivedAt - FIRST_DAY_MICROS) / (24 * HOUR_MICROS) + dossier.termDays();
    return FIRST_DAY_MICROS + (day * 24 + 17) * HOUR_MICROS;
  }
}
