package motcua.ingest.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Entry point of {@code ./motcua simulate inputs}: one run is one mutated input. Stops at the first
 * difference.
 */
public final class Inputs {
  private static final String USAGE =
      "usage: ./motcua simulate inputs [--runs N] [--seed S] [--run N]";
  private static final long RUNS = 1_000_000;
  private static final int DIFFERENCE = 1;
  private static final int BAD_USAGE = 2;
  private static final Duration PROGRESS = Duration.ofSeconds(10);

  /**
   * @param first the first run; the others follow
   */
  private record Order(long seed, long first, long runs) {}

  private Inputs() {}

  /** Exit code 0 without a difference, 1 with one, 2 on bad usage. */
  public static void main(String[] arguments) throws Exception {
    Order order;
    try {
      order = read(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("motcua: " + e.getMessage() + "; " + USAGE);
      System.exit(BAD_USAGE);
      return;
    }
    Path folder = Files.createTempDirectory("motcua-inputs");
    boolean same = run(order, folder);
    Files.deleteIfExists(folder.resolve("mapping.yaml"));
    Files.deleteIfExists(folder);
    System.exit(same ? 0 : DIFFERENCE);
  }

  private static Order read(String[] arguments) {
    if (arguments.length % 2 == 0) {
      throw new IllegalArgumentException("an option without its value");
    }
    long seed = 1;
    long first = 0;
    long runs = RUNS;
    for (int i = 1; i < arguments.length; i += 2) {
      long value = number(arguments[i + 1]);
      switch (arguments[i]) {
        case "--runs" -> runs = value;
        case "--seed" -> seed = value;
        case "--run" -> {
          first = value;
          runs = 1;
        }
        default -> throw new IllegalArgumentException("no option '" + arguments[i] + "'");
      }
    }
    return new Order(seed, first, runs);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no whole number", e);
    }
  }

  private static boolean run(Order order, Path folder) throws IOException, InterruptedException {
    InputSimulation simulation = new InputSimulation(order.seed(), folder);
    long begin = System.nanoTime();
    try (Watchdog watchdog = new Watchdog(simulation::current, () -> hung(order, simulation))) {
      long reported = begin;
      for (long run = order.first(); run < order.first() + order.runs(); run++) {
        simulation.run(run);
        if (System.nanoTime() - reported > PROGRESS.toNanos()) {
          reported = System.nanoTime();
          System.err.printf("motcua: %d of %d inputs%n", run - order.first() + 1, order.runs());
        }
      }
      simulation.finish();
    } catch (InputSimulation.Difference e) {
      System.err.printf(
          "motcua: seed %d, replay with ./motcua simulate inputs --seed %d --run %d: %s%n%s%n",
          order.seed(), order.seed(), e.run(), e.getMessage(), e.shown());
      if (e.getCause() != null) {
        e.getCause().printStackTrace();
      }
      return false;
    }
    System.out.print(simulation.tally().text());
    System.out.printf(
        Locale.ROOT,
        "%d inputs, seed %d, runs %d to %d, no difference: %.1f s%n",
        order.runs(),
        order.seed(),
        order.first(),
        order.first() + order.runs() - 1,
        (System.nanoTime() - begin) / 1e9);
    return true;
  }

  private static void hung(Order order, InputSimulation simulation) {
    System.err.printf("motcua: seed %d hangs at %s%n", order.seed(), simulation.current());
    Runtime.getRuntime().halt(DIFFERENCE);
  }
}
