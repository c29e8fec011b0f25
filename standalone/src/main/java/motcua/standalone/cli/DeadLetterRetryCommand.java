package motcua.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import motcua.ingest.retry.RetryOrder;
import motcua.readmodel.DeadLetterQuery;
import motcua.standalone.DataFolder;
import motcua.standalone.Intake;
import motcua.standalone.Product;
import motcua.standalone.RetryOrders;
import motcua.standalone.StandaloneMotcua;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dead-letters retry}: reads refused records again with the settings of today. */
@Command(
    name = "retry",
    description =
        "Reads refused records again, after a fix, and says what became of them. Fails while some of them still cannot be read.")
final class DeadLetterRetryCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Wiring wiring;
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private LetterOptions letters;

  @ArgGroup(multiplicity = "1")
  private LedgerTarget target;

  @Option(names = "--all", description = "All that stand open.")
  private boolean all;

  @Option(
      names = "--spool",
      paramLabel = "DIR",
      description = "With --config: the spool folder of the connector that read the input.")
  private Path spool;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description =
          "With --config: how long the connector is waited for; default: ${DEFAULT-VALUE}.")
  private long waitSeconds;

  @Option(
      names = "--read-as",
      paramLabel = "NAME",
      defaultValue = "replay",
      description =
          "With --data: system that records come from which name none, as --source of replay; default: ${DEFAULT-VALUE}.")
  private String readAs;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "With --data: how tables are read, as --mapping of replay.")
  private Path mapping;

  @Option(
      names = "--unit-aliases",
      paramLabel = "FILE",
      description = "With --data: unit-aliases.csv of the mapping.")
  private Path aliases;

  @Option(
      names = "--backfill",
      description = "With --data: records are known when they say something happened.")
  private boolean backfill;

  DeadLetterRetryCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws Exception {
    Optional<Map<String, String>> installation = target.check(spec);
    check(installation.isPresent());
    Optional<Intake.Tables> tables = tables();
    AtomicReference<RetryRun> run = new AtomicReference<>();
    if (installation.isPresent()) {
      target.look(
          installation,
          wiring.onlooker(),
          common,
          "reading again",
          product -> run.set(ofInstallation(product)));
    } else {
      Workspace.run(
          Optional.of(target.data),
          common.verbose,
          (folder, stop) -> run.set(ofFolder(folder, tables)));
    }
    spec.commandLine().getOut().print(run.get().text());
    spec.commandLine().getOut().flush();
    return run.get().isClean() ? 0 : 1;
  }

  private void check(boolean installation) {
    if (all == letters.isGiven()) {
      throw wrong("say which: --all, or any of --source, --reason, --input, --fingerprint");
    }
    if (readAs.isBlank()) {
      throw wrong("--read-as is blank, expected a name, e.g. h56");
    }
    if (installation && (spool == null || !Files.isDirectory(spool))) {
      throw wrong("--spool: expected the folder the connector reads, as in its spool.directory");
    }
    if (!installation && spool != null) {
      throw wrong("--spool goes with --config; a data folder has its own");
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private Optional<Intake.Tables> tables() {
    try {
      if (Checks.file("--mapping", mapping).isEmpty()) {
        return Optional.empty();
      }
      Optional<Path> names = Checks.file("--unit-aliases", aliases);
      String print = MappingFiles.read("--mapping", mapping, names).fingerprint();
      return Optional.of(new Intake.Tables(mapping, names, print));
    } catch (Checks.WrongValueException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private RetryRun ofFolder(DataFolder folder, Optional<Intake.Tables> tables) throws IOException {
    try (ConsoleProgress progress = ConsoleProgress.onStandardError();
        StandaloneMotcua motcua = StandaloneMotcua.startAgain(folder, wiring.builder(), progress)) {
      RetryRun run = RetryRun.of(motcua.product().deadLetters(), query());
      Intake intake =
          new Intake(
              readAs,
              backfill ? Intake.RecordedAt.BACKFILL : Intake.RecordedAt.INPUT,
              StandaloneMotcua.clockOf(folder),
              tables);
      run.finish(motcua.product().deadLetters(), motcua.retry(run.orders(), intake, progress));
      return run;
    }
  }

  private RetryRun ofInstallation(Product product) throws IOException {
    RetryRun run = RetryRun.of(product.deadLetters(), query());
    RetryOrders orders = new RetryOrders(spool);
    for (RetryOrder order : run.orders()) {
      orders.place(order);
    }
    awaitSettled(orders);
    product.awaitCaughtUp();
    run.finish(product.deadLetters(), orders.refusals());
    return run;
  }

  private DeadLetterQuery query() {
    return letters.query(DeadLetterQuery.State.OPEN);
  }

  private void awaitSettled(RetryOrders orders) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(waitSeconds).toNanos();
    while (orders.settled() < orders.placed()) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "the connector has settled %d of %d orders in %s after %d seconds; does it run on this folder?"
                .formatted(orders.settled(), orders.placed(), spool, waitSeconds));
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IOException("stopped while waiting for the connector", stop);
      }
    }
  }
}
