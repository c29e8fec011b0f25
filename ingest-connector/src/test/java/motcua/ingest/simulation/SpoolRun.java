package motcua.ingest.simulation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import motcua.ingest.offset.SpoolOffset;
import motcua.ingest.testing.SpoolBench;
import org.apache.kafka.connect.source.SourceRecord;

/** Many files through one spool, and what came of each. */
final class SpoolRun {
  private final Path root;
  private volatile Path claimed;

  SpoolRun(Path root) {
    this.root = root;
  }

  /** What came of the inputs, in their order. */
  List<Outcome> outcomes(List<Input> inputs) throws IOException, InterruptedException {
    Path mapping = Files.writeString(root.resolve("mapping.yaml"), Tables.MAPPING);
    Path spool = Files.createTempDirectory(root, "spool");
    claimed = spool.resolve("claimed");
    try (SpoolBench bench =
        new SpoolBench(spool)
            .with("mapping.file", mapping.toString())
            .with("record.max.bytes", Integer.toString(InputSource.MAX_BYTES))) {
      for (Input input : inputs) {
        bench.drop(input.fileName(), input.bytes());
      }
      Map<String, Outcome> outcomes = new HashMap<>();
      inputs.forEach(input -> outcomes.put(input.fileName(), new Outcome()));
      sort(bench.start().drain(), outcomes);
      for (String place : List.of("done", "rejected")) {
        outcomes.forEach(
            (name, outcome) -> outcome.settled |= Files.exists(spool.resolve(place).resolve(name)));
      }
      return inputs.stream().map(input -> outcomes.get(input.fileName())).toList();
    } finally {
      claimed = null;
      delete(spool);
    }
  }

  /** The file that is read now; empty between files. Asked by another thread. */
  String current() {
    Path folder = claimed;
    String last = "";
    if (folder != null) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          last = name.compareTo(last) > 0 ? name : last;
        }
      } catch (IOException e) {
        return "";
      }
    }
    return last;
  }

  private static void sort(List<SourceRecord> records, Map<String, Outcome> outcomes) {
    Map<String, Map<String, ?>> offsets = new HashMap<>();
    for (SourceRecord record : records) {
      String file = (String) record.sourcePartition().get("file");
      Outcome outcome = outcomes.get(file);
      outcome.add(record.topic(), (byte[]) record.value());
      // The events of one row share an offset, which moves with the last of them.
      Map<String, ?> before = offsets.put(file, record.sourceOffset());
      Map<String, ?> start = before == null ? SpoolOffset.START.toMap() : before;
      outcome.given += record.sourceOffset().equals(start) ? 0 : 1;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
