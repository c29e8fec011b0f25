package motcua.ingest.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes groups of records, each in one transaction, and always finds out what became of it: before
 * a commit was asked for, nothing is committed; after it, the commit is asked for again until its
 * result is known, and where the producer cannot say it any more, the log is looked at. Called by
 * one thread.
 */
final class Transactions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Function<RecordMetadata, Boolean> committed;
  private final BooleanSupplier stopping;
  private final Pauses pauses;
  private Optional<Producer<byte[], byte[]>> producer = Optional.empty();
  private boolean fenced;

  /** Waits between tries. */
  @FunctionalInterface
  interface Pauses {
    void pause() throws InterruptedException;
  }

  /**
   * Transactions of one transactional id.
   *
   * @param producers makes a producer that has not begun
   * @param committed whether a record is committed; null: ask again
   * @param stopping true once nobody waits for an outcome any more
   */
  Transactions(
      Supplier<Producer<byte[], byte[]>> producers,
      Function<RecordMetadata, Boolean> committed,
      BooleanSupplier stopping,
      Pauses pauses) {
    this.producers = producers;
    this.committed = committed;
    this.stopping = stopping;
    this.pauses = pauses;
  }

  /**
   * Makes sure that a producer is ready; ends whatever transaction the one before left open.
   *
   * @return false when Kafka does not answer yet; try again
   */
  boolean isReady() {
    if (producer.isPresent()) {
      return true;
    }
    Producer<byte[], byte[]> made = producers.get();
    try {
      made.initTransactions();
      producer = Optional.of(made);
      return true;
    } catch (KafkaException notYet) {
      LOG.warn("Kafka does not answer the intake yet: {}", notYet.toString());
      made.close(CLOSE_WAIT);
      return false;
    }
  }

  /** Whether the last write found that another producer has taken the transactional id. */
  boolean wasFenced() {
    return fenced;
  }

  /** Writes a group; {@link #isReady} must have said so. */
  EventLog.Outcome write(List<ProducerRecord<byte[], byte[]>> records) {
    fenced = false;
    List<RecordMetadata> places;
    try {
      places = append(records);
    } catch (KafkaException | ExecutionException fault) {
      // No commit was asked for, so none will be: the answer need not wait for the abort.
      give(fault);
      return EventLog.Outcome.NOT_WRITTEN;
    }
    return commit(places.getFirst());
  }

  @Override
  public void close() {
    producer.ifPresent(open -> open.close(CLOSE_WAIT));
    producer = Optional.empty();
  }

  private List<RecordMetadata> append(List<ProducerRecord<byte[], byte[]>> records)
      throws ExecutionException {
    Producer<byte[], byte[]> open = producer.orElseThrow();
    open.beginTransaction();
    List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
    for (ProducerRecord<byte[], byte[]> record : records) {
      sent.add(open.send(record));
    }
    open.flush();
    List<RecordMetadata> places = new ArrayList<>(sent.size());
    try {
      for (Future<RecordMetadata> future : sent) {
        places.add(future.get());
      }
    } catch (InterruptedException stop) {
      throw new InterruptException(stop);
    }
    return places;
  }

  private EventLog.Outcome commit(RecordMetadata place) {
    while (true) {
      try {
        producer.orElseThrow().commitTransaction();
        return EventLog.Outcome.DURABLE;
      } catch (TimeoutException unknown) {
        LOG.warn("a commit is not answered yet: {}", unknown.getMessage());
        if (stopping.getAsBoolean()) {
          throw new UnknownOutcomeException();
        }
      } catch (KafkaException fault) {
        return give(fault) ? EventLog.Outcome.NOT_WRITTEN : look(place);
      }
    }
  }

  /**
   * Gives the transaction up.
   *
   * @return true when it is aborted for certain; false when the producer had to be given up with it
   */
  private boolean give(Exception fault) {
    Throwable cause = fault instanceof ExecutionException ? fault.getCause() : fault;
    LOG.warn("a transaction of the intake is given up: {}", cause.toString());
    fenced = cause instanceof ProducerFencedException;
    try {
      producer.orElseThrow().abortTransaction();
      return true;
    } catch (KafkaException alsoFailed) {
      fenced = fenced || alsoFailed instanceof ProducerFencedException;
      close();
      return false;
    }
  }

  /** Asks the log, once a new producer has ended the transaction of the old one. */
  private EventLog.Outcome look(RecordMetadata place) {
    while (!stopping.getAsBoolean()) {
      try {
        Boolean found = isReady() ? committed.apply(place) : null;
        if (found != null) {
          return found ? EventLog.Outcome.DURABLE : EventLog.Outcome.NOT_WRITTEN;
        }
        pauses.pause();
      } catch (KafkaException notYet) {
        LOG.warn("the outcome of a transaction is not known yet: {}", notYet.toString());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new UnknownOutcomeException();
      }
    }
    throw new UnknownOutcomeException();
  }

  /** The process stops while a commit is under way: as when it were killed, nobody can say. */
  static final class UnknownOutcomeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownOutcomeException() {
      super("stopped before the outcome of a commit was known");
    }
  }
}
