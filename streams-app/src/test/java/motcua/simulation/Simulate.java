package motcua.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import motcua.readmodel.postgres.SnapshotSimulation;

/**
 * Entry point of {@code ./motcua simulate}: runs many seeds of one kind and says how fast. Stops at
 * the first difference.
 */
public final class Simulate {
  private static final String USAGE =
      "usage: ./motcua simulate core|pipeline|snapshots|inputs [--runs N] [--seed S] [--json FILE]";
  private static final int DIFFERENCE = 1;
  private static final int BAD_USAGE = 2;
  private static final Duration PROGRESS = Duration.ofSeconds(10);

  private enum Kind {
    CORE(1_000_000, "histories", CoreSimulation::run),
    PIPELINE(2_000, "runs", PipelineSimulation::run),
    SNAPSHOTS(10_000, "snapshots", SnapshotSimulation::run);

    private final long runs;
    private final String what;
    private final LongConsumer simulation;

    Kind(long runs, String what, LongConsumer simulation) {
      this.runs = runs;
      this.what = what;
      this.simulation = simulation;
    }
  }

  /**
   * @param seed the first; the others follow
   * @param json null: none is written
   */
  private record Order(Kind kind, long runs, long seed, Path json) {}

  private Simulate() {}

  /** Exit code 0 without a difference, 1 with one, 2 on bad usage. */
  public static void main(String[] arguments) throws IOException {
    Order order;
    try {
      order = read(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("motcua: " + e.getMessage() + "; " + USAGE);
      System.exit(BAD_USAGE);
      return;
    }
    System.exit(run(order) ? 0 : DIFFERENCE);
  }

  private static Order read(String[] arguments) {
    if (arguments.length == 0 || arguments.length % 2 == 0) {
      throw new IllegalArgumentException("say what to simulate");
    }
    Kind kind =
        switch (arguments[0]) {
          case "core" -> Kind.CORE;
          case "pipeline" -> Kind.PIPELINE;
          case "snapshots" -> Kind.SNAPSHOTS;
          default -> throw new IllegalArgumentException("no simulation '" + arguments[0] + "'");
        };
    long runs = kind.runs;
    long seed = 1;
    Path json = null;
    for (int i = 1; i < arguments.length; i += 2) {
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--runs" -> runs = number(value);
        case "--seed" -> seed = number(value);
        case "--json" -> json = Path.of(value);
        default -> throw new IllegalArgumentException("no option '" + arguments[i] + "'");
      }
    }
    return new Order(kind, runs, seed, json);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no whole number", e);
    }
  }

  private static boolean run(Order order) throws IOException {
    long begin = System.nanoTime();
    long reported = begin;
    for (long seed = order.seed; seed < order.seed + order.runs; seed++) {
      try {
        order.kind.simulation.accept(seed);
      } catch (AssertionError | RuntimeException e) {
        System.err.printf(
            "motcua: seed %d, replay with ./motcua simulate %s --runs 1 --seed %d: %s%n",
            seed, order.kind.name().toLowerCase(Locale.ROOT), seed, e);
        return false;
      }
      if (System.nanoTime() - reported > PROGRESS.toNanos()) {
        reported = System.nanoTime();
        System.err.printf(
            "motcua: %d of %d %s%n", seed - order.seed + 1, order.runs, order.kind.what);
      }
    }
    report(order, (System.nanoTime() - begin) / 60e9);
    return true;
  }

  private static void report(Order order, double minutes) throws IOException {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    // All threads of the process, the compiler's and the collector's too.
    double processorMinutes = system.getProcessCpuTime() / 60e9;
    System.out.printf(
        Locale.ROOT,
        "%d %s, seeds %d to %d, no difference: %.1f s, %.0f a minute, %.0f a minute of one core%n",
        order.runs,
        order.kind.what,
        order.seed,
        order.seed + order.runs - 1,
        minutes * 60,
        order.runs / minutes,
        order.runs / processorMinutes);
    if (order.json != null) {
      Files.writeString(order.json, json(order, minutes, processorMinutes, system) + "\n");
    }
  }

  private static String json(
      Order order,
      double minutes,
      double processorMinutes,
      com.sun.management.OperatingSystemMXBean system)
      throws IOException {
    double rate = Math.round(order.runs / processorMinutes);
    Map<String, Object> machine =
        Map.of(
            "cores", system.getAvailableProcessors(),
            "memoryGiB", Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
            "jdk", Integer.toString(Runtime.version().feature()));
    Map<String, Object> result =
        Map.of(
            "name",
            "simulation-" + order.kind.name().toLowerCase(Locale.ROOT),
            "unit",
            order.kind.what + "/min of one core",
            "median",
            rate,
            "min",
            rate,
            "max",
            rate,
            "runs",
            List.of(rate),
            "params",
            Map.of(order.kind.what, order.runs, "seed", order.seed, "minutes", minutes));
    return new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(
            Map.of("machine", machine, "results", List.of(result), "ratios", List.of()));
  }
}
