package motcua.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * The way to a server, which can be shut: connections are cut wherever they stand, new ones too. It
 * keeps its port meanwhile, which somebody else would else get. The server itself keeps what it has
 * taken. It can also lose the server's answers.
 */
final class Gate implements AutoCloseable {
  private final ServerSocket entry;
  private final int server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean lost = new AtomicBoolean();
  private volatile BooleanSupplier loses = () -> false;
  private volatile boolean open = true;

  Gate(int server) {
    this.server = server;
    try {
      entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return entry.getLocalPort();
  }

  void open() {
    open = true;
  }

  private void accept() {
    while (!entry.isClosed()) {
      try {
        let(entry.accept());
      } catch (IOException shut) {
        // Closed, or one connection that came to nothing.
      }
    }
    cut();
  }

  private void let(Socket from) throws IOException {
    sockets.add(from);
    if (!open) {
      cut();
      return;
    }
    Socket to = new Socket(InetAddress.getLoopbackAddress(), server);
    sockets.add(to);
    Thread.ofVirtual().start(() -> pass(from, to, () -> false));
    Thread.ofVirtual().start(() -> pass(to, from, this::isLost));
    if (!open) {
      cut();
    }
  }

  private void pass(Socket from, Socket to, BooleanSupplier isLost) {
    try (from;
        to) {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      byte[] some = new byte[4_096];
      for (int count = input.read(some); count >= 0; count = input.read(some)) {
        if (!isLost.getAsBoolean()) {
          output.write(some, 0, count);
          output.flush();
        }
      }
    } catch (IOException cut) {
      // Either side may go at any time.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  /** From now on an answer of the server's is lost when this holds; the client waits for it. */
  void loseAnswers(BooleanSupplier when) {
    lost.set(false);
    loses = when;
  }

  /** Whether an answer was lost since {@link #loseAnswers}. */
  boolean hasLostAnswer() {
    return lost.get();
  }

  private boolean isLost() {
    boolean now = loses.getAsBoolean();
    if (now) {
      lost.set(true);
    }
    return now;
  }

  void shut() {
    open = false;
    cut();
  }

  private void cut() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException gone) {
        // It is what we want.
      }
      sockets.remove(socket);
    }
  }

  @Override
  public void close() {
    shut();
    try {
      entry.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
