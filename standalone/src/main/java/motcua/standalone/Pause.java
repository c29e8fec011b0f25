package motcua.standalone;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** The wait between two looks at something that another process brings about. */
public final class Pause {
  private Pause() {}

  /**
   * Waits.
   *
   * @throws CancellationException when the thread is interrupted, which it stays
   */
  public static void millis(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}
