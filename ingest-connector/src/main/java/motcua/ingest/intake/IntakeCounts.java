package motcua.ingest.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What an intake counts; read by whoever shows meters. Thread-safe. */
public final class IntakeCounts {
  private static final int REMEMBERED = 4096;

  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private final LongAdder records = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final long[] nanos = new long[REMEMBERED];
  private long answered;

  /**
   * Answers that are counted from the start, so that each has a figure before it is first given.
   */
  public static final List<String> ANSWERS =
      List.of("OK", "REFUSED", "UNAUTHORIZED", "TOO_LARGE", "TOO_FAST", "UNAVAILABLE");

  /** Nothing yet. */
  public IntakeCounts() {
    ANSWERS.forEach(kind -> answers.put(kind, new LongAdder()));
  }

  void accepted(int taken, int refusedOfThem) {
    records.add(taken);
    refused.add(refusedOfThem);
  }

  void answered(int code, long tookNanos) {
    answers.get(kind(code)).increment();
    synchronized (nanos) {
      nanos[(int) (answered++ % REMEMBERED)] = tookNanos;
    }
  }

  /** Answers of a kind of {@link #ANSWERS}. */
  public long answers(String kind) {
    return answers.get(kind).sum();
  }

  /** Answers of every kind. */
  public Map<String, Long> answers() {
    Map<String, Long> all = new TreeMap<>();
    answers.forEach((kind, count) -> all.put(kind, count.sum()));
    return all;
  }

  /** Records that are durable, dead letters among them. */
  public long records() {
    return records.sum();
  }

  /** Those of them that are dead letters. */
  public long refused() {
    return refused.sum();
  }

  /**
   * A quantile of the last answers' times, seconds; NaN before the first.
   *
   * @param share 0 to 1
   */
  public double seconds(double share) {
    long[] known;
    synchronized (nanos) {
      known = Arrays.copyOf(nanos, (int) Math.min(answered, REMEMBERED));
    }
    if (known.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(known);
    return known[Math.max(0, (int) Math.ceil(known.length * share) - 1)] / 1e9;
  }

  private static String kind(int code) {
    return switch (code) {
      case 0 -> "OK";
      case 401 -> "UNAUTHORIZED";
      case 413 -> "TOO_LARGE";
      case 429 -> "TOO_FAST";
      case 503 -> "UNAVAILABLE";
      default -> "REFUSED";
    };
  }
}
