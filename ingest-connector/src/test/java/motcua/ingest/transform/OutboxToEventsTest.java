package motcua.ingest.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import motcua.ingest.testing.AvroBytes;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.api.Test;

class OutboxToEventsTest {
  private static final Schema ROW =
      SchemaBuilder.struct()
          .field("id", Schema.INT64_SCHEMA)
          .field("payload", Schema.OPTIONAL_STRING_SCHEMA)
          .field("applicant", Schema.OPTIONAL_STRING_SCHEMA)
          .optional()
          .build();
  private static final Schema SOURCE =
      SchemaBuilder.struct()
          .field("db", Schema.STRING_SCHEMA)
          .field("schema", Schema.STRING_SCHEMA)
          .field("table", Schema.STRING_SCHEMA)
          .field("lsn", Schema.OPTIONAL_INT64_SCHEMA)
          .build();
  private static final Schema CHANGE =
      SchemaBuilder.struct()
          .field("after", ROW)
          .field("source", SOURCE)
          .field("op", Schema.STRING_SCHEMA)
          .build();
  private static final String EVENT =
      """
      {"eventId": "e1", "dossierId": "D1", "type": "FEE_PAID", "online": true,
       "occurredAt": "2026-09-15T08:00:00+07:00", "applicant": "CANARY"}\
      """;

  private final Map<String, String> settings =
      new TreeMap<>(
          Map.of(
              "source", "h56",
              "clock.fixed", "2026-09-16T08:00:00+07:00",
              "value.serializer", AvroBytes.class.getName(),
              "link.hash.key", "0123456789abcdef"));

  @Test
  void shouldBeFoundAsAService() {
    assertTrue(
        ServiceLoader.load(Transformation.class).stream()
            .anyMatch(provider -> provider.type() == OutboxToEvents.class));
  }

  @Test
  void shouldMakeAnEventOfARowWrittenAndPassNothingElse() {
    for (String op : new String[] {"c", "r", "u"}) {
      SourceRecord made = apply(change(op, EVENT));

      assertEquals("motcua.events", made.topic());
      assertEquals("h56\u001fD1", new String((byte[]) made.key(), StandardCharsets.UTF_8));
      assertEquals("e1", AvroBytes.read(made.value(), DossierEvent.class).getEventId());
      assertEquals(Schema.BYTES_SCHEMA, made.valueSchema());
      assertTrue(made.headers().isEmpty());
      assertFalse(new String((byte[]) made.value(), StandardCharsets.UTF_8).contains("CANARY"));
    }
  }

  @Test
  void shouldDropWhatWritesNoRow() {
    for (String op : new String[] {"d", "t", "m"}) {
      assertNull(apply(change(op, EVENT)), op);
    }
    assertNull(apply(null));
  }

  @Test
  void shouldPassHeartbeatsWithoutContentSoThatTheirPositionIsStored() {
    Schema schema =
        SchemaBuilder.struct()
            .name("io.debezium.connector.common.Heartbeat")
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();

    SourceRecord made = apply(new Struct(schema).put("ts_ms", 1L));

    assertEquals("motcua.outbox-heartbeat", made.topic());
    assertEquals(0, ((byte[]) made.value()).length);
  }

  @Test
  void shouldPointToARowItCannotRead() {
    for (String payload : new String[] {"{", null, "[]", "{\"eventId\": \"e1\"}"}) {
      SourceRecord made = apply(change("c", payload));

      assertEquals("motcua.dead-letters", made.topic());
      DeadLetter letter = AvroBytes.read(made.value(), DeadLetter.class);
      assertEquals("one.motcua.outbox", letter.getInput());
      assertEquals("row 42 at log position 4711", letter.getPosition());
      assertEquals(4711, letter.getOffsetBytes());
      assertEquals("h56", letter.getSource());
    }
  }

  @Test
  void shouldRefuseAPayloadThatIsTooLong() {
    settings.put("record.max.bytes", "1024");
    DeadLetter letter =
        AvroBytes.read(apply(change("c", EVENT + " ".repeat(1024))).value(), DeadLetter.class);
    assertTrue(letter.getReason().startsWith("RECORD_TOO_LONG"), letter.getReason());
  }

  @Test
  void shouldReadNationalRecords() {
    settings.put("payload.form", "NATIONAL");
    SourceRecord made =
        apply(change("c", "{\"MaHoSo\": \"D7\", \"NgayTiepNhan\": \"20260915080000\"}"));
    assertEquals("D7", AvroBytes.read(made.value(), DossierEvent.class).getDossierId());
  }

  @Test
  void shouldStopAtATableThatIsNoOutbox() {
    settings.put("payload.column", "body");
    DataException refused = assertThrows(DataException.class, () -> apply(change("c", EVENT)));
    assertTrue(refused.getMessage().contains("one.motcua.outbox has no column body"));
    assertThrows(DataException.class, () -> apply("a text"));
  }

  @Test
  void shouldLeaveARegistryThatIsAwayToConnectsRetries() {
    settings.put("value.serializer.failures", "1");
    try (OutboxToEvents<SourceRecord> transform = configured()) {
      SourceRecord record = record(change("c", EVENT));
      assertThrows(RetriableException.class, () -> transform.apply(record));
      assertEquals("motcua.events", transform.apply(record).topic());
    }
  }

  @Test
  void shouldStopAtAWrongSettingWithTheKeyAndWhatWasExpected() {
    assertRefused("payload.form", "XML", "CANONICAL, NATIONAL");
    assertRefused("payload.colum", "x", "expected one of");
    assertRefused("link.hash.key", "short", "at least 16 characters");
    assertRefused("recorded.at", "NOW", "CLOCK, INPUT, BACKFILL");
    assertRefused("value.serializer", "java.lang.String", "Serializer");
  }

  @Test
  void shouldHaveExactlyTheKeysAndDefaultsThatAreDocumented() {
    Map<String, String> defaults = new TreeMap<>();
    for (ConfigDef.ConfigKey key : OutboxKeys.definition().configKeys().values()) {
      assertTrue(key.documentation.length() > 20, key.name);
      defaults.put(key.name, key.hasDefault() ? String.valueOf(key.defaultValue) : "-");
    }
    Map<String, String> expected = new TreeMap<>();
    expected.put("payload.column", "payload");
    expected.put("payload.form", "CANONICAL");
    expected.put("id.column", "id");
    expected.put("sender.unit", "");
    expected.put("record.max.bytes", "16777216");
    expected.put("topic.heartbeat", "motcua.outbox-heartbeat");
    expected.put("source", "");
    expected.put("recorded.at", "CLOCK");
    expected.put("clock.fixed", "");
    expected.put("topic.events", "motcua.events");
    expected.put("topic.dead.letters", "motcua.dead-letters");
    expected.put("value.serializer", "io.apicurio.registry.serde.avro.AvroKafkaSerializer");
    expected.put("link.hash.key", "-");
    expected.put("personal.data.exempt.patterns", "[]");
    assertEquals(expected, defaults);
  }

  private void assertRefused(String key, String value, String expected) {
    Map<String, String> wrong = new TreeMap<>(settings);
    wrong.put(key, value);
    try (OutboxToEvents<SourceRecord> transform = new OutboxToEvents<>()) {
      ConfigException refused =
          assertThrows(ConfigException.class, () -> transform.configure(wrong));
      assertTrue(refused.getMessage().contains(key), refused.getMessage());
      assertTrue(refused.getMessage().contains(expected), refused.getMessage());
    }
  }

  private SourceRecord apply(Object value) {
    try (OutboxToEvents<SourceRecord> transform = configured()) {
      return transform.apply(record(value));
    }
  }

  private OutboxToEvents<SourceRecord> configured() {
    OutboxToEvents<SourceRecord> transform = new OutboxToEvents<>();
    transform.configure(settings);
    return transform;
  }

  private static SourceRecord record(Object value) {
    Schema schema = value instanceof Struct struct ? struct.schema() : null;
    SourceRecord record =
        new SourceRecord(Map.of(), Map.of(), "motcua-outbox.motcua.outbox", schema, value);
    record.headers().addString("applicant", "CANARY");
    return record;
  }

  private static Struct change(String op, String payload) {
    Struct row = new Struct(ROW).put("id", 42L).put("payload", payload).put("applicant", "CANARY");
    Struct source =
        new Struct(SOURCE)
            .put("db", "one")
            .put("schema", "motcua")
            .put("table", "outbox")
            .put("lsn", 4711L);
    return new Struct(CHANGE).put("after", row).put("source", source).put("op", op);
  }
}
