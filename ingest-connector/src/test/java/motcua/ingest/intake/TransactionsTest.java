package motcua.ingest.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private static final List<ProducerRecord<byte[], byte[]>> GROUP =
      List.of(new ProducerRecord<>("t", new byte[] {1}), new ProducerRecord<>("t", new byte[] {2}));

  private final List<Flaky> made = new ArrayList<>();
  private Boolean committed = Boolean.FALSE;

  /** A producer whose commits do as told, once each. */
  private static final class Flaky extends MockProducer<byte[], byte[]> {
    private final List<RuntimeException> commitFaults = new ArrayList<>();
    private RuntimeException abortFault;

    Flaky() {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void commitTransaction() {
      if (!commitFaults.isEmpty()) {
        throw commitFaults.removeFirst();
      }
      super.commitTransaction();
    }

    @Override
    public void abortTransaction() {
      if (abortFault != null) {
        throw abortFault;
      }
      super.abortTransaction();
    }
  }

  private Transactions transactions() {
    Transactions transactions =
        new Transactions(
            () -> {
              made.add(new Flaky());
              return made.getLast();
            },
            place -> committed,
            () -> false,
            () -> {});
    assertTrue(transactions.isReady());
    return transactions;
  }

  @Test
  void shouldBeDurableOnceCommitted() {
    Transactions transactions = transactions();

    assertEquals(EventLog.Outcome.DURABLE, transactions.write(GROUP));
    assertEquals(GROUP, made.getFirst().history());
  }

  @Test
  void shouldAskForTheCommitUntilItIsAnswered() {
    Transactions transactions = transactions();
    made.getFirst().commitFaults.add(new TimeoutException("no answer"));
    made.getFirst().commitFaults.add(new TimeoutException("no answer"));

    assertEquals(EventLog.Outcome.DURABLE, transactions.write(GROUP));
    assertEquals(1, made.getFirst().commitCount());
  }

  @Test
  void shouldAbortWhatCannotBeSent() {
    Transactions transactions = transactions();
    made.getFirst().sendException = new KafkaException("broken");

    assertEquals(EventLog.Outcome.NOT_WRITTEN, transactions.write(GROUP));
    assertTrue(made.getFirst().transactionAborted());

    made.getFirst().sendException = null;
    assertEquals(EventLog.Outcome.DURABLE, transactions.write(GROUP), "it goes on");
  }

  @Test
  void shouldAbortACommitThatWasRefused() {
    Transactions transactions = transactions();
    made.getFirst().commitFaults.add(new KafkaException("abortable"));

    assertEquals(EventLog.Outcome.NOT_WRITTEN, transactions.write(GROUP));
    assertEquals(1, made.size());
  }

  @Test
  void shouldAskTheLogWhenTheProducerCannotSayWhatBecameOfItsCommit() {
    for (boolean found : List.of(true, false)) {
      made.clear();
      Transactions transactions = transactions();
      committed = found;
      made.getFirst().commitFaults.add(new TimeoutException("no answer"));
      made.getFirst().commitFaults.add(new ProducerFencedException("gone"));
      made.getFirst().abortFault = new ProducerFencedException("gone");

      assertEquals(
          found ? EventLog.Outcome.DURABLE : EventLog.Outcome.NOT_WRITTEN,
          transactions.write(GROUP));
      assertTrue(transactions.wasFenced());
      assertEquals(2, made.size(), "a new producer ends the transaction of the old");
      assertTrue(made.getFirst().closed());
      assertFalse(made.getLast().closed());
    }
  }
}
