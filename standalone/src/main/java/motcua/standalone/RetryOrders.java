package motcua.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import motcua.ingest.retry.RetryOrder;
import motcua.ingest.source.SpoolFolder;

/** Orders to read records again, as they lie in a connector's spool. */
public final class RetryOrders {
  private final Path spool;
  private final List<String> names = new ArrayList<>();

  /**
   * @param spool the folder the connector reads
   */
  public RetryOrders(Path spool) {
    this.spool = spool;
  }

  /** Puts an order where the connector takes it, under a name never used before. */
  public void place(RetryOrder order) throws IOException {
    String name = UUID.randomUUID() + RetryOrder.ENDING;
    Path part = spool.resolve("." + name + ".part");
    Files.write(part, order.toBytes());
    Files.move(part, spool.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    names.add(name);
  }

  /** How many of them were placed. */
  public int placed() {
    return names.size();
  }

  /** How many of them the connector has settled. */
  public int settled() {
    return (int)
        names.stream().filter(name -> isIn(SpoolFolder.DONE, name) || isRefused(name)).count();
  }

  private boolean isRefused(String name) {
    return isIn(SpoolFolder.REJECTED, name);
  }

  private boolean isIn(String folder, String name) {
    return Files.exists(spool.resolve(folder).resolve(name));
  }

  /** Why orders were refused, as far as they were. */
  public List<String> refusals() throws IOException {
    List<String> refusals = new ArrayList<>();
    for (String name : names) {
      refusal(name).ifPresent(refusals::add);
    }
    return refusals;
  }

  private Optional<String> refusal(String name) throws IOException {
    if (!isRefused(name)) {
      return Optional.empty();
    }
    Path why = spool.resolve(SpoolFolder.REJECTED).resolve(name + RetryOrder.REASON_ENDING);
    try {
      return Optional.of(Files.readString(why).strip());
    } catch (NoSuchFileException unsaid) {
      return Optional.of(name + " was refused; the connector's log says why");
    }
  }
}
