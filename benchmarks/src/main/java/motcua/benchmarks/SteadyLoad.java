package motcua.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks for pages at a fixed rate, whether or not earlier answers have come. A time runs from the
 * moment at which the question was due: a server that stands still for a second is charged for
 * every question of that second.
 */
final class SteadyLoad {
  private static final long PATIENCE_SECONDS = 60;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<HttpRequest> requests;
  private final Random random;

  SteadyLoad(String server, List<String> paths, long seed) {
    this.requests =
        paths.stream()
            .map(path -> HttpRequest.newBuilder(URI.create(server + path)).build())
            .toList();
    this.random = new Random(seed);
  }

  void run(int aSecond, int seconds) throws InterruptedException {
    run(aSecond, seconds, new Latencies());
  }

  /**
   * Asks, and adds the times.
   *
   * @return answers a second
   * @throws IllegalStateException when an answer is not 200
   */
  double run(int aSecond, int seconds, Latencies latencies) throws InterruptedException {
    int number = aSecond * seconds;
    long interval = TimeUnit.SECONDS.toNanos(1) / aSecond;
    AtomicLongArray nanos = new AtomicLongArray(number);
    AtomicReference<Throwable> fault = new AtomicReference<>();
    CountDownLatch answered = new CountDownLatch(number);
    long begin = System.nanoTime();
    for (int i = 0; i < number; i++) {
      long due = begin + i * interval;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      int at = i;
      var unused =
          client
              .sendAsync(
                  requests.get(random.nextInt(requests.size())),
                  HttpResponse.BodyHandlers.ofByteArray())
              .whenComplete(
                  (answer, failed) -> {
                    nanos.set(at, System.nanoTime() - due);
                    if (failed != null) {
                      fault.compareAndSet(null, failed);
                    } else if (answer.statusCode() != 200) {
                      fault.compareAndSet(
                          null, new IllegalStateException("answered " + answer.statusCode()));
                    }
                    answered.countDown();
                  });
    }
    if (!answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || fault.get() != null) {
      throw new IllegalStateException(
          "the server does not keep up: %d of %d unanswered, first fault: %s"
              .formatted(answered.getCount(), number, fault.get()),
          fault.get());
    }
    double rate = number / ((System.nanoTime() - begin) / 1e9);
    for (int i = 0; i < number; i++) {
      latencies.add(nanos.get(i));
    }
    return rate;
  }
}
