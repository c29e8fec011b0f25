package motcua.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * How long everything takes that the views of the page ask of the server, over HTTP: by one client,
 * then by several at once.
 */
final class PagesBenchmark {
  private static final int WARM_UP = 20;

  /** Opened pages that ask at the same moment. */
  private static final int CLIENTS = 4;

  /** Of all that several clients ask of one kind; one client asks five times as much. */
  private static final int FEWER = 5;

  /** What takes seconds each is asked less often, so that all is over in minutes. */
  private static final long MOST_NANOS = 30_000_000_000L;

  private final String url;
  private final Runnable move;
  private final int questions;
  private final PrintStream progress;
  private final Figures figures;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param move moves the read model on, so that no overview was drawn before
   * @param questions of each kind
   */
  PagesBenchmark(String url, Runnable move, int questions, PrintStream progress, Figures figures) {
    this.url = url;
    this.move = move;
    this.questions = questions;
    this.progress = progress;
    this.figures = figures;
  }

  /**
   * Measures.
   *
   * @throws IOException when anything but 200 is answered
   */
  void run(PageQuestions pages, long seed) throws IOException, InterruptedException {
    for (Map.Entry<String, Function<Random, String>> page : pages.all().entrySet()) {
      Runnable before = page.getKey().startsWith("overview") ? move : () -> {};
      ask(page.getValue(), before, new Random(seed), WARM_UP);
      measure(page.getKey(), 1, page.getValue(), before, seed);
      measure(page.getKey(), CLIENTS, page.getValue(), before, seed + 1);
    }
  }

  private void measure(
      String name, int clients, Function<Random, String> page, Runnable before, long seed)
      throws IOException, InterruptedException {
    Latencies latencies = new Latencies();
    List<Long> asked = together(clients, page, before, seed);
    asked.forEach(latencies::add);
    latencies.endRound();
    String full = "page-" + name + (clients == 1 ? "" : "-x" + clients);
    progress.println("motcua: " + full + " " + latencies);
    latencies.addTo(figures, full, Map.of("questions", asked.size(), "clients", clients));
  }

  private List<Long> together(
      int clients, Function<Random, String> page, Runnable before, long seed)
      throws IOException, InterruptedException {
    int each = clients == 1 ? questions : questions / FEWER / clients;
    List<Long> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Callable<List<Long>>> askers = new ArrayList<>();
      for (int number = 0; number < clients; number++) {
        Random random = new Random(seed * 31 + number);
        askers.add(() -> ask(page, before, random, each));
      }
      for (Future<List<Long>> asker : threads.invokeAll(askers)) {
        all.addAll(asker.get());
      }
    } catch (ExecutionException fault) {
      throw new IOException(fault.getCause().getMessage(), fault);
    }
    return all;
  }

  private List<Long> ask(Function<Random, String> page, Runnable before, Random random, int number)
      throws IOException, InterruptedException {
    List<Long> nanos = new ArrayList<>();
    long started = System.nanoTime();
    while (nanos.size() < number && System.nanoTime() - started < MOST_NANOS) {
      String path = page.apply(random);
      before.run();
      long begin = System.nanoTime();
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url + path)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      nanos.add(System.nanoTime() - begin);
      if (answer.statusCode() != 200) {
        throw new IOException(path + " was answered with " + answer.statusCode());
      }
    }
    return nanos;
  }
}
