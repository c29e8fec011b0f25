package motcua.standalone;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import motcua.core.ledger.ReportRow;
import motcua.core.policy.Policy;
import motcua.readmodel.AuditResult;
import motcua.readmodel.DeadLetterReadModel;
import motcua.report.Report;
import motcua.report.ReportRequest;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * In place of the application: makes the topics the connector writes and reports how many records
 * they hold.
 */
final class CountingProduct implements Product {
  private static final List<String> TOPICS = List.of(Contracts.EVENTS, Contracts.DEAD_LETTERS);

  private final Admin admin;

  private CountingProduct(Admin admin) {
    this.admin = admin;
  }

  /** Starts it; a launcher. */
  static Product start(Map<String, String> config) throws IOException {
    Admin admin = Admin.create(Map.of("bootstrap.servers", config.get("kafka.bootstrap.servers")));
    for (String topic : TOPICS) {
      try {
        admin
            .createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
            .all()
            .get();
      } catch (ExecutionException failed) {
        if (!(failed.getCause() instanceof TopicExistsException)) {
          throw new IOException(failed.getCause());
        }
      } catch (InterruptedException stop) {
        throw new IOException(stop);
      }
    }
    return new CountingProduct(admin);
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:1/");
  }

  @Override
  public void awaitSettled(Progress progress) {}

  /** The number of events stands under received, that of dead letters under refused. */
  @Override
  public Report report(ReportRequest request) throws IOException {
    long[] columns = new long[ReportRow.class.getRecordComponents().length];
    columns[1] = count(Contracts.EVENTS);
    columns[11] = count(Contracts.DEAD_LETTERS);
    ReportRow total = row(columns);
    Report.Versions none = new Report.Versions("", "", "");
    return new Report(
        request, Instant.EPOCH, Policy.DEFAULT, none, List.of(), total, List.of(), List.of());
  }

  @Override
  public DeadLetterReadModel deadLetters() {
    throw new UnsupportedOperationException("it keeps none");
  }

  @Override
  public void awaitCaughtUp() {}

  private long count(String topic) throws IOException {
    TopicPartition partition = new TopicPartition(topic, 0);
    try {
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()))
          .partitionResult(partition)
          .get()
          .offset();
    } catch (ExecutionException | InterruptedException failed) {
      throw new IOException(failed);
    }
  }

  private static ReportRow row(long[] columns) {
    try {
      return (ReportRow)
          ReportRow.class.getConstructors()[0].newInstance(
              Arrays.stream(columns).boxed().toArray());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public motcua.reconciliation.Reconciliation reconcile(
      motcua.core.publication.FiguresRead figures, java.time.LocalDate knownOn) {
    throw new UnsupportedOperationException("it keeps no ledger");
  }

  @Override
  public motcua.backtest.BacktestView backtest(
      motcua.core.period.Period period, String scope, java.nio.file.Path rules) {
    throw new UnsupportedOperationException("it keeps no ledger");
  }

  @Override
  public AuditResult audit() {
    throw new UnsupportedOperationException("it keeps no ledger");
  }

  @Override
  public SortedSet<Integer> generations() {
    throw new UnsupportedOperationException("this product keeps no ledger");
  }

  @Override
  public void deleteGeneration(int generation) {
    throw new UnsupportedOperationException("this product keeps no ledger");
  }

  @Override
  public String failure() {
    return null;
  }

  @Override
  public void close() {
    admin.close();
  }
}
