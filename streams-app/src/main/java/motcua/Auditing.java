package motcua;

import java.time.InstantSource;
import java.util.Optional;
import motcua.audit.Audit;
import motcua.audit.AuditSchedule;
import motcua.audit.EventLog;
import motcua.audit.NotSettledException;
import motcua.codec.FramedReader;
import motcua.codec.UnreadableRecord;
import motcua.config.AppConfig;
import motcua.metrics.AuditMeters;
import motcua.readmodel.AuditResult;
import motcua.readmodel.AuditStore;
import motcua.readmodel.postgres.PostgresAuditStore;
import motcua.runtime.KafkaEventLog;
import motcua.schemas.events.ClockTick;
import motcua.schemas.events.DossierEvent;
import motcua.snapshot.BooksBehindException;
import motcua.topology.Codecs;
import motcua.topology.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;

/** The recount of the ledger: on demand in every process, daily where it is scheduled. */
final class Auditing {
  /** An audit says when it was made, also where the ledger's clock stands still. */
  private static final InstantSource REAL_CLOCK = InstantSource.system();

  private final Installation installation;
  private final AuditStore results;
  private final EventLog log;
  private final Audit audit;

  /** Reads nothing yet. */
  Auditing(Installation installation, Admin admin) {
    this.installation = installation;
    this.results =
        new PostgresAuditStore(installation.databases().application(), installation.generation());
    this.log = eventLog(admin);
    this.audit =
        new Audit(
            log,
            results,
            installation.rules(),
            installation.unitResolver(),
            installation.stateFolder().resolve("audit"),
            REAL_CLOCK);
  }

  private KafkaEventLog eventLog(Admin admin) {
    Codecs codecs = installation.contracts().codecs();
    FramedReader<DossierEvent> events = codecs.reader(Topics.EVENTS);
    FramedReader<ClockTick> ticks = codecs.reader(Topics.CLOCK);
    return new KafkaEventLog(
        admin,
        installation.kafka(),
        new KafkaEventLog.Readers(
            value -> readable(events, value), value -> readable(ticks, value)),
        installation.applicationId(),
        installation.generation(),
        installation.partitions(),
        results::positions,
        installation.config().millis(AppConfig.AUDIT_PATIENCE_MS));
  }

  private static <T extends SpecificRecord> Optional<T> readable(
      FramedReader<T> reader, byte[] value) {
    try {
      return Optional.of(reader.read(value));
    } catch (UnreadableRecord deadLetter) {
      return Optional.empty();
    }
  }

  /**
   * Shows the last result from now on, and audits daily when the configuration says at what time.
   */
  void schedule() {
    // What is kept, not what the schedule found: an audit by hand is made by another process.
    installation.metrics().add(new AuditMeters(results::last, REAL_CLOCK));
    installation
        .config()
        .auditAt()
        .ifPresent(
            at -> {
              var schedule = installation.parts().opened(new AuditSchedule(audit, at, REAL_CLOCK));
              schedule.start();
            });
  }

  /**
   * Audits now.
   *
   * @throws motcua.audit.NotSettledException when the read model has not caught up
   */
  AuditResult run() throws InterruptedException {
    return audit.run();
  }

  /**
   * Waits until all that lies in the log now is in the read model.
   *
   * @throws BooksBehindException when that takes too long
   */
  void settle() {
    try {
      log.settle();
    } catch (NotSettledException behind) {
      throw new BooksBehindException(behind.getMessage(), behind);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new BooksBehindException("stopped while waiting", stop);
    }
  }

  /** The latest result kept, of whichever process. */
  Optional<AuditResult> last() {
    return results.last();
  }
}
