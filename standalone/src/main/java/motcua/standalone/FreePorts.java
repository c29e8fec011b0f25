package motcua.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.SplittableRandom;

/**
 * Finds TCP ports on which nobody listens at 127.0.0.1.
 *
 * <p>Ports are drawn below the range from which systems take the local ends of outgoing connections
 * (32768 up on Linux, 49152 up elsewhere), so that a client connection cannot take one between the
 * search and its use.
 */
final class FreePorts {
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 200;

  private FreePorts() {}

  /** The loopback address as every part writes it. */
  static final String LOOPBACK = "127.0.0.1";

  /**
   * A free port.
   *
   * @throws UncheckedIOException when none was found in 200 draws
   */
  static int next() {
    SplittableRandom random = new SplittableRandom();
    IOException last = null;
    for (int i = 0; i < TRIES; i++) {
      int port = random.nextInt(LOWEST, HIGHEST);
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(false);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return port;
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw new UncheckedIOException("no free port between " + LOWEST + " and " + HIGHEST, last);
  }
}
