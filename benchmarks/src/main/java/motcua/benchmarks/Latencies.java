package motcua.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Times of single questions, in rounds. Not thread-safe. */
final class Latencies {
  private final List<Double> medians = new ArrayList<>();
  private final List<Double> p99s = new ArrayList<>();
  private List<Double> round = new ArrayList<>();

  void measure(Runnable question) {
    long begin = System.nanoTime();
    question.run();
    add(System.nanoTime() - begin);
  }

  void add(long nanos) {
    round.add(nanos / 1e6);
  }

  void endRound() {
    Collections.sort(round);
    medians.add(percentile(50));
    p99s.add(percentile(99));
    round = new ArrayList<>();
  }

  /** The nearest rank. */
  private double percentile(int percent) {
    return round.get((int) Math.ceil(round.size() * percent / 100.0) - 1);
  }

  /** Adds the percentiles of the rounds, in milliseconds. */
  void addTo(Figures figures, String name, Map<String, Object> params) {
    figures.add(name + "-p50", "ms", medians, params);
    figures.add(name + "-p99", "ms", p99s, params);
  }

  /** Of the rounds that have ended. */
  @Override
  public String toString() {
    return "p50 %s ms, p99 %s ms".formatted(rounded(medians), rounded(p99s));
  }

  private static List<Long> rounded(List<Double> millis) {
    return millis.stream().map(Math::round).toList();
  }
}
