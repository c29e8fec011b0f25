package motcua.ingest.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import org.apache.kafka.connect.source.SourceRecord;

/** What came out of a spool: events and dead letters in order, and all their bytes as text. */
public record Taken(
    List<DossierEvent> events, List<DeadLetter> deadLetters, List<String> keys, String everything) {
  public static Taken of(List<SourceRecord> records) {
    List<DossierEvent> events = new ArrayList<>();
    List<DeadLetter> letters = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    StringBuilder everything = new StringBuilder();
    for (SourceRecord record : records) {
      String key = new String((byte[]) record.key(), StandardCharsets.UTF_8);
      keys.add(key);
      everything
          .append(key)
          .append('\n')
          .append(new String((byte[]) record.value(), StandardCharsets.UTF_8))
          .append('\n');
      if (record.topic().equals("motcua.events")) {
        events.add(AvroBytes.read(record.value(), DossierEvent.class));
      } else {
        letters.add(AvroBytes.read(record.value(), DeadLetter.class));
      }
    }
    return new Taken(events, letters, keys, everything.toString());
  }

  public List<String> reasons() {
    return deadLetters.stream().map(DeadLetter::getReason).toList();
  }

  public List<String> reasonCodes() {
    return reasons().stream().map(reason -> reason.substring(0, reason.indexOf(':'))).toList();
  }
}
