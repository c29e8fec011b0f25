package motcua.ingest.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import motcua.ingest.testing.AvroBytes;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import org.apache.avro.specific.SpecificRecord;

/** What came of one input, as it stands in the topics. */
final class Outcome {
  /** A record of a topic, read back, and its bytes as text. */
  record Sent<T>(T value, String text) {}

  final List<Sent<DossierEvent>> events = new ArrayList<>();
  final List<Sent<DeadLetter>> letters = new ArrayList<>();

  /** Records that gave something: a row of a table may give two events. */
  long given;

  /** True once its file lies in done or rejected; always for a record without file. */
  boolean settled;

  void add(String topic, byte[] value) {
    if (topic.equals("motcua.events")) {
      events.add(read(value, DossierEvent.class));
    } else {
      letters.add(read(value, DeadLetter.class));
    }
  }

  private static <T extends SpecificRecord> Sent<T> read(byte[] value, Class<T> type) {
    T read = AvroBytes.read(value, type);
    byte[] again = new AvroBytes().serialize("t", read);
    if (!java.util.Arrays.equals(value, again)) {
      throw new AssertionError("written again it is other bytes: " + type.getSimpleName());
    }
    return new Sent<>(read, new String(value, StandardCharsets.UTF_8));
  }
}
