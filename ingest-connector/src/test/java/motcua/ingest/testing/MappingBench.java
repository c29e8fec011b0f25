package motcua.ingest.testing;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import motcua.ingest.mapping.CanonicalMapping;
import motcua.ingest.mapping.LinkHash;
import motcua.ingest.mapping.Mapped;
import motcua.ingest.mapping.NationalMapping;
import motcua.ingest.mapping.Origin;
import motcua.ingest.mapping.PersonalData;
import motcua.ingest.mapping.RecordedAt;
import motcua.ingest.mapping.Stamp;
import motcua.ingest.source.RawRecord;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;

/** Maps single records without any file. */
public final class MappingBench {
  public static final long NOW = micros("2026-09-15T08:00:00+07:00");

  private final CanonicalMapping canonical;
  private final NationalMapping national;
  private final RecordedAt mode;

  public MappingBench(String source, RecordedAt mode) {
    PersonalData guard = new PersonalData(List.of(java.util.regex.Pattern.compile("OK-\\d{12}")));
    canonical = new CanonicalMapping(source, guard);
    national = new NationalMapping(source, guard, new LinkHash("0123456789abcdef"));
    this.mode = mode;
  }

  public Mapped line(byte[] bytes) {
    return canonical.map(
        raw(bytes), new Origin("a.ndjson", "line", "file"), new Stamp(mode, NOW), 0);
  }

  public Mapped row(byte[] bytes, String service) {
    NationalMapping.Envelope envelope = new NationalMapping.Envelope(service, "H99");
    return national.map(
        raw(bytes), envelope, new Origin("a.json", "record", "file"), new Stamp(mode, NOW), 0);
  }

  public DossierEvent event(String line) {
    return event(line(line.getBytes(StandardCharsets.UTF_8)));
  }

  public DeadLetter dead(String line) {
    return dead(line(line.getBytes(StandardCharsets.UTF_8)));
  }

  public DossierEvent sighted(String record) {
    return event(row(record.getBytes(StandardCharsets.UTF_8), null));
  }

  public DeadLetter deadRow(String record) {
    return dead(row(record.getBytes(StandardCharsets.UTF_8), null));
  }

  public static long micros(String time) {
    java.time.Instant instant = OffsetDateTime.parse(time).toInstant();
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
  }

  private static RawRecord raw(byte[] bytes) {
    return new RawRecord.Whole(bytes, 0, bytes.length, 3, 100);
  }

  private static DossierEvent event(Mapped mapped) {
    return switch (mapped) {
      case Mapped.Event event -> event.event();
      case Mapped.Dead dead -> throw new AssertionError("dead: " + dead.letter().getReason());
    };
  }

  private static DeadLetter dead(Mapped mapped) {
    return switch (mapped) {
      case Mapped.Event event -> throw new AssertionError("not dead: " + event.event());
      case Mapped.Dead dead -> dead.letter();
    };
  }
}
