package motcua.standalone;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import motcua.readmodel.AuditResult;

/**
 * One rebuild of a folder's ledger: the whole event log is booked into the next generation beside
 * the one in use, recounted, and only when nothing differs put in its place.
 *
 * @param files in the place of those the ledger was built with; absent ones stay
 * @param now where the clock stands; absent: where it stood in the last run
 * @param keepOld whether the old generation stays, in Kafka and in PostgreSQL
 */
public record RebuildRun(ReferenceFiles files, Optional<OffsetDateTime> now, boolean keepOld) {
  /** What was told is told: a rebuilt ledger takes over the history of alerts. */
  public static final Map<String, String> UNDECIDED = Map.of("alerts.decide", "false");

  /**
   * What came of it.
   *
   * @param generation now in use
   * @param audit its recount
   */
  public record Outcome(int generation, AuditResult audit) {}

  /**
   * Does it. Killed half way, the old generation is still in use.
   *
   * @throws IOException when a part fails, or the new ledger does not agree with the log
   */
  public Outcome run(DataFolder folder, Product.Launcher launcher, Progress progress)
      throws IOException {
    StandaloneMotcua.requireStarted(folder);
    FolderLedger ledger = FolderLedger.of(folder).begun();
    ledger.write(folder);
    ReferenceFiles used =
        files.orElse(ReferenceFiles.keptIn(StandaloneMotcua.referenceFolder(folder)));
    Optional<OffsetDateTime> clock = now.or(ledger::now);
    StandaloneSettings settings =
        new StandaloneSettings(clock, 0, StandaloneSettings.DEFAULT_PARTITIONS, used, UNDECIDED)
            .withGeneration(ledger.newest());
    try (StandaloneMotcua motcua =
        StandaloneMotcua.startWithoutIntake(folder, settings, launcher, progress)) {
      AuditResult audit = book(motcua.product(), ledger.newest(), progress);
      used.keepIn(StandaloneMotcua.referenceFolder(folder));
      ledger.at(clock).switched().write(folder);
      if (!keepOld) {
        deleteOthers(motcua.product(), ledger.newest(), progress);
      }
      progress.step("stopping");
      return new Outcome(ledger.newest(), audit);
    }
  }

  /**
   * Waits until the whole log is booked, and recounts.
   *
   * @throws IOException when the new ledger does not agree with the log; names the first difference
   */
  public static AuditResult book(Product product, int generation, Progress progress)
      throws IOException {
    progress.step("booking the whole log into generation " + generation);
    product.awaitSettled(progress);
    progress.step("recounting");
    AuditResult audit = product.audit();
    if (audit.drift() != 0) {
      throw new IOException(
          "generation %d does not agree with the log, the one in use stays: %d figures differ, %d sums do not balance; %s"
              .formatted(
                  generation, audit.differing(), audit.unbalanced(), audit.firstDifference()));
    }
    return audit;
  }

  private static void deleteOthers(Product product, int generation, Progress progress)
      throws IOException {
    progress.step("deleting the old ledger");
    for (int other : product.generations()) {
      if (other != generation) {
        product.deleteGeneration(other);
      }
    }
  }
}
