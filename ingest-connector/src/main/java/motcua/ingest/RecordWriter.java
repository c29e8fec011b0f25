package motcua.ingest;

import java.util.Map;
import motcua.ingest.config.EventSettings;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.offset.SpoolOffset;
import motcua.ingest.output.Framed;
import motcua.ingest.output.Framing;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes records of Connect of mapped ones. */
final class RecordWriter implements AutoCloseable {
  private final Framing framing;

  RecordWriter(EventSettings settings) {
    framing = new Framing(settings);
  }

  /**
   * The record for Connect.
   *
   * @throws RuntimeException when the serializer fails, for example because the registry is away;
   *     worth a retry
   */
  SourceRecord write(Mapped mapped, Map<String, String> partition, SpoolOffset offset) {
    Framed framed = framing.frame(mapped);
    return new SourceRecord(
        partition,
        offset.toMap(),
        framed.topic(),
        null,
        Schema.BYTES_SCHEMA,
        framed.key(),
        Schema.BYTES_SCHEMA,
        framed.value());
  }

  @Override
  public void close() {
    framing.close();
  }
}
