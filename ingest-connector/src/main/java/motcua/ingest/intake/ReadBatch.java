package motcua.ingest.intake;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A batch ready to be written.
 *
 * @param intake its id: day and fingerprint; the same batch on one day has the same
 * @param bytes what was read, as it is kept when a record of it is refused
 * @param records one for each record of the batch, an event or a dead letter
 * @param rejections those that are dead letters
 */
record ReadBatch(
    String intake,
    byte[] bytes,
    List<ProducerRecord<byte[], byte[]>> records,
    List<Answer.Rejection> rejections) {

  /** Name of the file in which it is kept, and of the input in its dead letters. */
  String fileName() {
    return intake + ".json";
  }
}
