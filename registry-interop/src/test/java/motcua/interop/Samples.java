package motcua.interop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;

/** Random records of a contract: every branch of every union, long and empty lists. */
final class Samples {
  private static final int EACH = 50;

  private Samples() {}

  /** Records of the generated class of a schema. */
  static List<SpecificRecord> of(Schema schema, long seed) throws IOException {
    List<SpecificRecord> records = new ArrayList<>();
    for (Object generic : new RandomData(schema, EACH, seed, false)) {
      records.add(specific(schema, generic));
    }
    return records;
  }

  /** The Avro binary of a record, written by Avro alone. */
  static byte[] avro(Schema schema, Object record) throws IOException {
    var out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    DatumWriter<Object> writer =
        record instanceof SpecificRecord
            ? new SpecificDatumWriter<>(schema)
            : new GenericDatumWriter<>(schema);
    writer.write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  /** The same record as an object of the generated class, by way of its binary. */
  static SpecificRecord specific(Schema schema, Object record) throws IOException {
    return new SpecificDatumReader<SpecificRecord>(schema)
        .read(null, DecoderFactory.get().binaryDecoder(avro(schema, record), null));
  }
}
