package motcua.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The address of a broker that was killed, kept up while its successor starts: connections are
 * taken and nothing is ever said.
 *
 * <p>A transaction whose commit was decided when the broker was killed still has to be ended in its
 * partitions. The successor tells that to the partitions' leader, at the address in its last
 * metadata: the dead one. When that refuses while the partitions have no leader yet, Kafka 4.3.1
 * takes them for deleted and leaves the transaction open in them, and who reads committed records
 * waits there for ever. Held back until there are leaders, the message finds the new address.
 */
final class DeadAddress implements AutoCloseable {
  private final ServerSocket silent;

  private DeadAddress(ServerSocket silent) {
    this.silent = silent;
  }

  /**
   * Keeps up the address that a file remembers, if there is one: a broker that was stopped forgot
   * it.
   */
  static DeadAddress keepUp(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new DeadAddress(null);
    }
    int port;
    try {
      port = Integer.parseInt(Files.readString(file).strip());
    } catch (NumberFormatException damaged) {
      throw new IOException(file + " does not hold a port", damaged);
    }
    try {
      return new DeadAddress(new ServerSocket(port, 0, InetAddress.getLoopbackAddress()));
    } catch (IOException taken) {
      // Whoever has it now takes connections too.
      return new DeadAddress(null);
    }
  }

  /** Notes the address of a running broker. */
  static void remember(Path file, int port) throws IOException {
    AtomicFile.write(file, Integer.toString(port).getBytes(StandardCharsets.UTF_8));
  }

  /** The broker was stopped and owes nothing. */
  static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether there is an address to keep up. */
  boolean isKeptUp() {
    return silent != null;
  }

  /** Resets its connections: who waits there asks for the address again. */
  @Override
  public void close() throws IOException {
    if (silent != null) {
      silent.close();
    }
  }
}
