package motcua.readmodel;

import org.apache.avro.specific.SpecificRecord;

/**
 * Turns the bytes of a topic's value into its Avro record; whoever knows the registry supplies it.
 */
@FunctionalInterface
public interface RecordDecoder {
  /**
   * Decodes one value.
   *
   * @param topic the topic it was read from
   * @param value framed bytes, never null
   * @return the record of the topic's class
   * @throws RuntimeException when the bytes cannot be read: a fault of our own writer, so the
   *     projector stops
   */
  SpecificRecord decode(String topic, byte[] value);
}
