package motcua;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedSet;
import motcua.config.AppConfig;
import motcua.readmodel.GenerationStore;
import motcua.readmodel.postgres.PostgresGenerationStore;
import motcua.runtime.LedgerGenerations;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Utils;

/** Generations of the ledger, in Kafka, in PostgreSQL and on this machine's disk (decision 12). */
final class Generations {
  private final Installation installation;
  private final Admin admin;
  private final GenerationStore store;

  Generations(Installation installation, Admin admin) {
    this.installation = installation;
    this.admin = admin;
    this.store =
        new PostgresGenerationStore(
            installation.databases().application(), installation.databases().owner());
  }

  /**
   * Says under which policy this process's generation is built, and whether it keeps a journal.
   *
   * @throws IllegalStateException when it was begun otherwise
   */
  void claim() {
    store.claim(
        installation.generation(),
        installation.files().policy(),
        installation.config().getBoolean(AppConfig.JOURNAL),
        installation.clock().instant());
  }

  /** Those that stand in Kafka. */
  SortedSet<Integer> present() throws InterruptedException {
    return LedgerGenerations.present(admin);
  }

  /**
   * Deletes topics, rows and local stores of a generation.
   *
   * @throws IllegalStateException for the generation in use, and when a process still builds it;
   *     nothing is deleted then
   */
  void delete(int generation) throws InterruptedException {
    if (generation == installation.generation()) {
      throw new IllegalStateException("generation " + generation + " is in use");
    }
    LedgerGenerations.delete(admin, generation);
    store.delete(generation);
    Path stores = installation.stateFolder().resolve(LedgerGenerations.applicationId(generation));
    try {
      Utils.delete(stores.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(stores + " cannot be deleted", failed);
    }
  }
}
