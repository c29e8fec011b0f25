package motcua.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import motcua.schemas.registry.RegistryCalls;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the registry's wire format (a zero byte, a four-byte schema id, Avro binary) into generated
 * records.
 *
 * <p>The configured deserializer, whoever made it, is asked once per schema id, to learn the
 * writer's schema; after that a reader kept for the id decodes, because building one per record
 * costs more than the record. Not thread-safe.
 */
public final class FramedReader<T extends SpecificRecord> {
  private static final int HEADER = 5;

  private final String topic;
  private final Schema schema;
  private final Deserializer<?> registryDeserializer;
  private final Map<Integer, SpecificDatumReader<T>> readers = new HashMap<>();
  private BinaryDecoder decoder;

  /**
   * @param topic topic the subject is named after
   * @param schema schema of the generated class {@code T}
   * @param registryDeserializer configured to give generic records
   */
  public FramedReader(String topic, Schema schema, Deserializer<?> registryDeserializer) {
    this.topic = topic;
    this.schema = schema;
    this.registryDeserializer = registryDeserializer;
  }

  /**
   * The record in {@code framed}.
   *
   * @throws UnreadableRecord when the bytes are no record of this contract: retrying does not help
   * @throws RuntimeException when the registry cannot be asked or does not answer: retry
   */
  public T read(byte[] framed) {
    if (framed == null || framed.length < HEADER || framed[0] != 0) {
      throw new UnreadableRecord("FRAME: no registry framing (zero byte and schema id)");
    }
    int id = ByteBuffer.wrap(framed, 1, 4).getInt();
    SpecificDatumReader<T> reader = readers.get(id);
    if (reader == null) {
      reader = new SpecificDatumReader<>(writerSchema(framed), schema, GeneratedCoders.DATA);
      readers.put(id, reader);
    }
    try {
      decoder = DecoderFactory.get().binaryDecoder(framed, HEADER, framed.length - HEADER, decoder);
      return reader.read(null, decoder);
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      throw new UnreadableRecord("AVRO: bytes do not follow their schema " + id, e);
    }
  }

  private Schema writerSchema(byte[] framed) {
    Object generic = RegistryCalls.answered(() -> registryDeserializer.deserialize(topic, framed));
    if (generic instanceof IndexedRecord rec) {
      return rec.getSchema();
    }
    throw new UnreadableRecord("SCHEMA: not an Avro record");
  }
}
