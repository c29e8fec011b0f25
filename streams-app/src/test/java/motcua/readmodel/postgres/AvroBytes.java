package motcua.readmodel.postgres;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import motcua.readmodel.ProjectedTopics;
import motcua.readmodel.RecordDecoder;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/** Avro bytes without a frame, read back by topic: stands in for the registry's serdes. */
public final class AvroBytes {
  /** The topics' names as the topology has them. */
  public static final ProjectedTopics TOPICS =
      new ProjectedTopics(
          "motcua.postings",
          "motcua.ledger",
          "motcua.unit-totals",
          "motcua.ratios",
          "motcua.dead-letters",
          "motcua.alerts");

  private static final Map<String, Schema> SCHEMAS =
      Map.of(
          TOPICS.postings(), JournalEntry.getClassSchema(),
          TOPICS.ledger(), LedgerEntry.getClassSchema(),
          TOPICS.unitTotals(), UnitTotals.getClassSchema(),
          TOPICS.ratios(), Ratios.getClassSchema(),
          TOPICS.deadLetters(), DeadLetter.getClassSchema());

  static {
    // Avro reads and writes classes of trusted packages only; the process says so by a system
    // property.
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.DEFAULT,
            type -> type.getPackageName().startsWith("motcua.schemas.")));
  }

  private AvroBytes() {}

  /** Avro binary of a record. */
  public static byte[] encode(SpecificRecord record) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
      return bytes.toByteArray();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The record of a topic's class. */
  public static SpecificRecord decode(String topic, byte[] value) {
    try {
      return new SpecificDatumReader<SpecificRecord>(SCHEMAS.get(topic))
          .read(null, DecoderFactory.get().binaryDecoder(value, null));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** As {@link #decode}, with one reader a topic: what the real decoder costs. For one thread. */
  public static RecordDecoder cachingDecoder() {
    Map<String, SpecificDatumReader<SpecificRecord>> readers = new HashMap<>();
    SCHEMAS.forEach((topic, schema) -> readers.put(topic, new SpecificDatumReader<>(schema)));
    return (topic, value) -> {
      try {
        return readers.get(topic).read(null, DecoderFactory.get().binaryDecoder(value, null));
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    };
  }
}
