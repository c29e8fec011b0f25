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

/**
 * The way to a server, which can be shut: connections are cut wherever they stand, new ones are
 * refused. The server itself keeps what it has taken.
 */
final class Gate implements AutoCloseable {
  private final int port = NotifierWorld.freePort();
  private final int server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
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
        Thread.ofVirtual().start(() -> pass(from, to));
        Thread.ofVirtual().start(() -> pass(to, from));
      } catch (IOException shut) {
        // Shut, or one connection that came to nothing.
      }
    }
    cut();
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      byte[] some = new byte[4_096];
      for (int count = input.read(some); count >= 0; count = input.read(some)) {
        output.write(some, 0, count);
        output.flush();
      }
    } catch (IOException cut) {
      // Either side may go at any time.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
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
