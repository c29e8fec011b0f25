package motcua.standalone.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import motcua.standalone.Product;
import motcua.standalone.ReferenceFiles;

/** The synthetic districts of the demo, whose totals equal what real districts published. */
interface DemoSample {
  /** Where the clock stands in the demo. */
  OffsetDateTime now();

  /**
   * Writes payload batches and reference files.
   *
   * @param folder where to; made when missing
   */
  Written write(Path folder) throws IOException;

  /**
   * Prints the published figures beside the ledger's, every inconsistency marked.
   *
   * @throws IOException when a report cannot be drawn
   */
  void print(Product product, PrintStream out) throws IOException;

  /**
   * What was written.
   *
   * @param sources one entry a source system
   * @param files units, procedures and calendar
   */
  record Written(List<Source> sources, ReferenceFiles files) {}

  /**
   * Payload batches of one source system.
   *
   * @param name the source
   * @param inputs its files
   */
  record Source(String name, List<Path> inputs) {}
}
