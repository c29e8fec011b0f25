package motcua.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import motcua.ingest.config.SpoolConfig;
import motcua.ingest.config.SpoolKeys;
import motcua.ingest.testing.SpoolBench;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolSourceConnectorTest {
  @TempDir Path folder;

  @Test
  void shouldBeFoundAsAServiceWithTheVersionOfTheBuild() {
    List<SourceConnector> found =
        ServiceLoader.load(SourceConnector.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    SourceConnector connector =
        found.stream().filter(SpoolSourceConnector.class::isInstance).findFirst().orElseThrow();
    assertTrue(connector.version().matches("\\d+\\.\\d+\\.\\d+.*"), connector.version());
    assertEquals(connector.version(), new SpoolSourceTask().version());
  }

  @Test
  void shouldHaveExactlyTheKeysAndDefaultsThatAreDocumented() {
    Map<String, String> defaults = new TreeMap<>();
    for (ConfigDef.ConfigKey key : SpoolKeys.definition().configKeys().values()) {
      assertTrue(key.documentation.length() > 20, key.name);
      defaults.put(key.name, key.hasDefault() ? String.valueOf(key.defaultValue) : "-");
    }
    Map<String, String> expected = new TreeMap<>();
    expected.put("spool.directory", "-");
    expected.put("spool.closed.by", "RENAME");
    expected.put("spool.scan.interval.ms", "500");
    expected.put("spool.retry.directories", "[]");
    expected.put("spool.done.retention.days", "400");
    expected.put("spool.rejected.retention.days", "0");
    expected.put("spool.task.index", "0");
    expected.put("spool.task.count", "1");
    expected.put("source", "");
    expected.put("recorded.at", "CLOCK");
    expected.put("clock.fixed", "");
    expected.put("topic.events", "motcua.events");
    expected.put("topic.dead.letters", "motcua.dead-letters");
    expected.put("value.serializer", "io.apicurio.registry.serde.avro.AvroKafkaSerializer");
    expected.put("link.hash.key", "-");
    expected.put("poll.max.records", "2000");
    expected.put("record.max.bytes", "16777216");
    expected.put("mapping.file", "");
    expected.put("mapping.unit.aliases", "");
    expected.put("personal.data.exempt.patterns", "[]");
    assertEquals(expected, defaults);
  }

  @Test
  void shouldStopAtAWrongValueWithTheKeyAndWhatWasExpected() {
    assertRefused("spool.directory", folder.resolve("none").toString(), "existing folder");
    assertRefused("spool.directory", " ", "expected a value");
    assertRefused("recorded.at", "NOW", "CLOCK, INPUT, BACKFILL");
    assertRefused("spool.closed.by", "SIZE", "RENAME, READY_MARKER");
    assertRefused("clock.fixed", "2026-09-15T08:00:00", "ISO 8601 time with offset");
    assertRefused("link.hash.key", "short", "at least 16 characters");
    assertRefused("poll.max.records", "0", "at least 1");
    assertRefused("poll.max.records", "many", "INT");
    assertRefused("personal.data.exempt.patterns", "(", "regular expression");
    assertRefused("spool.dir", "x", "expected one of");
    assertRefused("sources", "x", "expected one of");
  }

  @Test
  void shouldNeverPrintTheSecret() {
    Map<String, String> settings = settings("link.hash.key", "short");
    ConfigException refusal = assertThrows(ConfigException.class, () -> SpoolConfig.from(settings));
    assertFalse(refusal.getMessage().contains("short"), refusal.getMessage());
    SpoolConfig config = SpoolConfig.from(SpoolBench.settings(folder));
    assertFalse(config.toString().contains("0123456789abcdef"));
  }

  @Test
  void shouldAcceptTheKeysOfTheFramework() {
    Map<String, String> settings = new TreeMap<>(SpoolBench.settings(folder));
    settings.put("topic.creation.default.partitions", "4");
    settings.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
    settings.put("errors.tolerance", "none");
    settings.put("value.serializer.apicurio.registry.url", "http://127.0.0.1:1");
    assertEquals(
        Map.of("apicurio.registry.url", "http://127.0.0.1:1"),
        SpoolConfig.from(settings).events().serializerConfig());
  }

  @Test
  void shouldNameEveryWrongKeyWhenConnectValidates() {
    Map<String, String> settings = settings("spool.dir", "x");
    settings.put("recorded.at", "NOW");
    TreeSet<String> wrong = new TreeSet<>();
    for (ConfigValue value : new SpoolSourceConnector().validate(settings).configValues()) {
      if (!value.errorMessages().isEmpty()) {
        wrong.add(value.name());
      }
    }
    assertEquals(new TreeSet<>(List.of("recorded.at", "spool.dir")), wrong);
    Map<String, String> missing = settings("spool.directory", folder.resolve("none").toString());
    assertTrue(
        new SpoolSourceConnector()
            .validate(missing).configValues().stream()
                .anyMatch(
                    value ->
                        value.name().equals("spool.directory")
                            && !value.errorMessages().isEmpty()));
  }

  @Test
  void shouldRefuseASerializerThatIsNone() {
    SpoolBench bench = new SpoolBench(folder).with("value.serializer", "java.lang.String");
    assertTrue(
        assertThrows(ConfigException.class, bench::start)
            .getMessage()
            .contains("value.serializer"));
    SpoolBench absent = new SpoolBench(folder).with("value.serializer", "no.such.Thing");
    assertTrue(
        assertThrows(ConfigException.class, absent::start)
            .getMessage()
            .contains("value.serializer"));
  }

  @Test
  void shouldSplitTheFolderAmongTasks() {
    SpoolSourceConnector connector = new SpoolSourceConnector();
    connector.start(SpoolBench.settings(folder));
    List<SpoolConfig> tasks = connector.taskConfigs(3).stream().map(SpoolConfig::from).toList();
    for (int i = 0; i < 100; i++) {
      String name = "file" + i;
      assertEquals(1, tasks.stream().filter(task -> task.isMine(name)).count());
    }
  }

  @Test
  void shouldAcceptOnlyOffsetsItCanGoOnFrom() {
    SpoolSourceConnector connector = new SpoolSourceConnector();
    Map<String, ?> file = Map.of("file", "a", "sha256", "b");
    assertTrue(
        connector.alterOffsets(
            Map.of(), Map.of(file, Map.of("version", 1, "bytes", 10, "records", 2L))));
    assertThrows(
        ConnectException.class,
        () -> connector.alterOffsets(Map.of(), Map.of(file, Map.of("line", 3))));
    assertThrows(
        ConnectException.class,
        () -> connector.alterOffsets(Map.of(), Map.of(Map.of("x", "y"), Map.of())));
  }

  private void assertRefused(String key, String value, String expected) {
    Map<String, String> settings = settings(key, value);
    String message =
        assertThrows(ConfigException.class, () -> SpoolConfig.from(settings)).getMessage();
    assertTrue(message.contains(key) && message.contains(expected), message);
  }

  private Map<String, String> settings(String key, String value) {
    Map<String, String> settings = new TreeMap<>(SpoolBench.settings(folder));
    settings.put(key, value);
    return settings;
  }
}
