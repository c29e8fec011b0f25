package motcua.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real Alertmanager with the shipped routes, each receiver a webhook of this test; times are
 * short, and office hours never end.
 */
final class AlertmanagerServer implements AutoCloseable {
  private final Process process;
  private final HttpServer webhooks;
  private final URI url;
  private final Map<String, JsonNode> told = new ConcurrentHashMap<>();

  private AlertmanagerServer(Process process, HttpServer webhooks, URI url) {
    this.process = process;
    this.webhooks = webhooks;
    this.url = url;
  }

  static AlertmanagerServer start(Path folder) throws IOException {
    HttpServer webhooks =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int port = Installed.freePort();
    Path file =
        Files.writeString(
            folder.resolve("alertmanager.yml"), config(webhooks.getAddress().getPort()).toString());
    Process process =
        Installed.ALERTMANAGER.server(
            folder,
            "--config.file=" + file,
            "--storage.path=" + folder.resolve("alertmanager"),
            "--cluster.listen-address=",
            "--web.listen-address=127.0.0.1:" + port);
    var server = new AlertmanagerServer(process, webhooks, URI.create("http://127.0.0.1:" + port));
    webhooks.createContext("/", server::receive);
    webhooks.start();
    return server;
  }

  private static ObjectNode config(int webhooks) {
    ObjectNode config = (ObjectNode) Repository.yaml(Repository.ALERTMANAGER);
    for (JsonNode route : config.findParents("receiver")) {
      ((ObjectNode) route)
          .put("group_wait", "0s")
          .put("group_interval", "1s")
          .remove("mute_time_intervals");
    }
    for (JsonNode receiver : config.path("receivers")) {
      String address = "http://127.0.0.1:" + webhooks + "/" + receiver.path("name").asText();
      ((ObjectNode) receiver).putArray("webhook_configs").addObject().put("url", address);
    }
    return config;
  }

  private void receive(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode message = Repository.JSON.readTree(exchange.getRequestBody());
      for (JsonNode alert : message.path("alerts")) {
        told.put(
            message.path("receiver").asText() + " " + alert.at("/labels/alertname").asText(),
            alert);
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** Its address. */
  URI url() {
    return url;
  }

  /** An alert of which a receiver was told. */
  JsonNode awaitTold(String receiver, String alert) throws Exception {
    return Waiting.until(
        alert + " at " + receiver, () -> Optional.ofNullable(told.get(receiver + " " + alert)));
  }

  /** Who was told of what. */
  List<String> told() {
    return told.keySet().stream().sorted().toList();
  }

  @Override
  public void close() {
    Installed.stop(process);
    webhooks.stop(0);
  }
}
