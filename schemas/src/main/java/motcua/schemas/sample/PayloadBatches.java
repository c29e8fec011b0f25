package motcua.schemas.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes records of one service as national batches, a new file every {@link #RECORDS_PER_FILE}
 * records, the dialect changing from file to file. Files are named {@code
 * <set>-<number>-<service>.json}.
 */
final class PayloadBatches implements Closeable {
  static final int RECORDS_PER_FILE = 5_000;

  /** The two national calls. */
  enum Service {
    DOSSIERS("DongBoHoSoMC"),
    PROGRESS("CapNhatTienDoHoSoMC");

    private final String payloadName;

    Service(String payloadName) {
      this.payloadName = payloadName;
    }

    String payloadName() {
      return payloadName;
    }
  }

  /** Writes one record, a whole JSON object. */
  @FunctionalInterface
  interface RecordWriter {
    void write(JsonGenerator json, PayloadDialect dialect) throws IOException;
  }

  private final Path folder;
  private final String set;
  private final String sender;
  private final Service service;
  private final JsonFactory factory = new JsonFactory();
  private final List<Path> files = new ArrayList<>();
  private JsonGenerator json;
  private int records;

  /** {@code sender} is the unit code that goes on the envelopes. */
  PayloadBatches(Path folder, String set, String sender, Service service) {
    this.folder = folder;
    this.set = set;
    this.sender = sender;
    this.service = service;
  }

  void add(RecordWriter writer) throws IOException {
    if (json == null) {
      openFile();
    }
    writer.write(json, dialect());
    records++;
    if (records == RECORDS_PER_FILE) {
      close();
    }
  }

  /** The files written so far. */
  List<Path> files() {
    return List.copyOf(files);
  }

  private PayloadDialect dialect() {
    return PayloadDialect.values()[(files.size() - 1) % PayloadDialect.values().length];
  }

  private void openFile() throws IOException {
    String name = "%s-%04d-%s.json".formatted(set, files.size() + 1, service.payloadName());
    files.add(folder.resolve(name));
    json =
        factory.createGenerator(
            new BufferedOutputStream(Files.newOutputStream(files.getLast()), 1 << 16));
    records = 0;
    dialect().open(json, sender, service);
  }

  @Override
  public void close() throws IOException {
    if (json != null) {
      dialect().close(json);
      json.close();
      json = null;
    }
  }
}
