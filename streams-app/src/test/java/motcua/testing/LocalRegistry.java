package motcua.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import motcua.topology.Codecs;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** A registry in memory that frames as the real ones do; its ids are positions in a list. */
public final class LocalRegistry {
  private final List<Schema> schemas = new ArrayList<>();

  /** Readers and writers over this registry. */
  public Codecs codecs() {
    return new Codecs(1, topic -> serializer(), topic -> deserializer());
  }

  /** As a configured registry serializer. */
  public Serializer<Object> serializer() {
    return (topic, value) -> {
      var specific = (SpecificRecord) value;
      var out = new ByteArrayOutputStream();
      out.write(0);
      out.writeBytes(ByteBuffer.allocate(4).putInt(id(specific.getSchema())).array());
      try {
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new SpecificDatumWriter<SpecificRecord>(specific.getSchema()).write(specific, encoder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toByteArray();
    };
  }

  /** As a configured registry deserializer of generic records. */
  public Deserializer<Object> deserializer() {
    return (topic, bytes) -> {
      Schema schema = schemas.get(ByteBuffer.wrap(bytes, 1, 4).getInt());
      try {
        return new GenericDatumReader<>(schema)
            .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private synchronized int id(Schema schema) {
    int at = schemas.indexOf(schema);
    if (at < 0) {
      schemas.add(schema);
      return schemas.size() - 1;
    }
    return at;
  }
}
