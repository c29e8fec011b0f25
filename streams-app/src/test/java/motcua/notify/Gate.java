package motcua.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * The way to a server, which can be shut: connections are cut wherever they stand, new ones are
 * refused. The server itself keeps what it has taken. It can also lose the server's answers.
 */
final class Gate implements AutoCloseable {
  private final int port = NotifierWorld.freePort();
  private final int server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean lost = new AtomicBoolean();
  private volatile BooleanSupplier loses = () -> false;
  private ServerSocket entry;

  Gate(int server) {
    this.server = server;
    open();
  }

  int port() {
    return port;
  }

  void open() {
    try {
      entry = new ServerSocket();
      entry.setReuseAddress(true);
      entry.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    ServerSocket open = entry;
    Thread.ofVirtual().start(() -> accept(open));
  }

  private void accept(ServerSocket open) {
    while (!open.isClosed()) {
      try {
        Socket from = open.accept();
        Socket to = new Socket(InetAddress.getLoopbackAddress(), server);
        sockets.add(from);
        sockets.add(to);
        Thread.ofVirtual().start(() -> pass(from, to, () -> false));
        Thread.ofVirtual().start(() -> pass(to, from, this::isLost));
      } catch (IOException shut) {
        // Shut, or one connection that came to nothing.
      }
    }
    cut();
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
    try {
      entry.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    cut();
  }

  private void cut() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException gone) {
        // It is what we want.
      }
    }
  }

  @Override
  public void close() {
    shut();
  }
}
