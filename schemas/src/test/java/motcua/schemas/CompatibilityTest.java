package motcua.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;

/**
 * The log lives for ever: every contract reads, and is read by, its copy of every release (the
 * registry's FULL_TRANSITIVE). Copies stand in {@code src/test/resources/released/<version>/} and
 * are never changed.
 */
class CompatibilityTest {
  private static final Path CURRENT = Path.of("src/main/avro");
  private static final Path RELEASED = Path.of("src/test/resources/released");

  @Test
  void shouldReadAndBeReadByEveryReleasedContract() throws IOException {
    Map<String, Schema> current = contracts(CURRENT);
    List<String> faults = new ArrayList<>();
    for (Path release : releases()) {
      contracts(release)
          .forEach((name, old) -> faults.addAll(faults(release, name, old, current.get(name))));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void shouldHoldEveryContractInTheNewestRelease() throws IOException {
    Path newest = releases().getLast();
    Map<String, Schema> copies = contracts(newest);
    assertFalse(copies.isEmpty(), "no contract in " + newest);
    Set<String> missing = new HashSet<>(contracts(CURRENT).keySet());
    missing.removeAll(copies.keySet());
    assertEquals(
        Set.of(), missing, "contracts without a copy; the folder of the next release needs them");
  }

  @Test
  void shouldRefuseAFieldWithoutDefault() {
    Schema old = record("{\"name\":\"unit\",\"type\":\"string\"}");
    Schema wider =
        record("{\"name\":\"unit\",\"type\":\"string\"},{\"name\":\"more\",\"type\":\"long\"}");
    assertFalse(reads(wider, old), "a new reader must not read old records without the field");
    assertTrue(reads(old, wider));
    assertFalse(faults(RELEASED, "Probe", old, wider).isEmpty());
    assertFalse(faults(RELEASED, "Probe", wider, old).isEmpty(), "taking a field away is as bad");
  }

  @Test
  void shouldRefuseAnotherTypeAndALostContract() {
    Schema text = record("{\"name\":\"unit\",\"type\":\"string\"}");
    Schema number = record("{\"name\":\"unit\",\"type\":\"long\"}");
    assertFalse(faults(RELEASED, "Probe", text, number).isEmpty());
    assertFalse(faults(RELEASED, "Probe", text, null).isEmpty());
  }

  @Test
  void shouldAcceptAFieldWithDefault() {
    Schema old = record("{\"name\":\"unit\",\"type\":\"string\"}");
    Schema wider =
        record(
            "{\"name\":\"unit\",\"type\":\"string\"},"
                + "{\"name\":\"more\",\"type\":[\"null\",\"long\"],\"default\":null}");
    assertEquals(List.of(), faults(RELEASED, "Probe", old, wider));
  }

  @Test
  void shouldDocumentEveryRecordAndField() throws IOException {
    List<String> bare = new ArrayList<>();
    contracts(CURRENT).values().forEach(schema -> findBare(schema, new HashSet<>(), bare));
    assertEquals(List.of(), bare, "records and fields without doc");
  }

  @Test
  void shouldNoticeAFieldWithoutDoc() {
    List<String> bare = new ArrayList<>();
    findBare(record("{\"name\":\"unit\",\"type\":\"string\"}"), new HashSet<>(), bare);
    assertEquals(List.of("probe.Probe", "probe.Probe.unit"), bare);
  }

  /** What stops readers of one from the other; empty when both read both. */
  private static List<String> faults(Path release, String name, Schema old, Schema current) {
    if (current == null) {
      return List.of(name + " of " + release.getFileName() + " is gone");
    }
    List<String> faults = new ArrayList<>();
    if (!reads(current, old)) {
      faults.add(name + " cannot read records of " + release.getFileName());
    }
    if (!reads(old, current)) {
      faults.add(name + " writes what " + release.getFileName() + " cannot read");
    }
    return faults;
  }

  private static boolean reads(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  private static void findBare(Schema schema, Set<String> seen, List<String> bare) {
    switch (schema.getType()) {
      case RECORD -> {
        if (!seen.add(schema.getFullName())) {
          return;
        }
        if (isBlank(schema.getDoc())) {
          bare.add(schema.getFullName());
        }
        for (Schema.Field field : schema.getFields()) {
          if (isBlank(field.doc())) {
            bare.add(schema.getFullName() + "." + field.name());
          }
          findBare(field.schema(), seen, bare);
        }
      }
      case ARRAY -> findBare(schema.getElementType(), seen, bare);
      case MAP -> findBare(schema.getValueType(), seen, bare);
      case UNION -> schema.getTypes().forEach(part -> findBare(part, seen, bare));
      case ENUM, STRING, BYTES, FIXED, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static Schema record(String fields) {
    return new Schema.Parser()
        .parse(
            "{\"type\":\"record\",\"name\":\"Probe\",\"namespace\":\"probe\",\"fields\":["
                + fields
                + "]}");
  }

  /** Oldest first, by number: 0.10.0 comes after 0.9.0. */
  private static List<Path> releases() throws IOException {
    try (Stream<Path> folders = Files.list(RELEASED)) {
      return folders
          .filter(Files::isDirectory)
          .sorted(
              Comparator.comparing(
                  folder -> ModuleDescriptor.Version.parse(folder.getFileName().toString())))
          .toList();
    }
  }

  private static Map<String, Schema> contracts(Path folder) throws IOException {
    Map<String, Schema> contracts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".avsc")).toList()) {
        Schema schema = new Schema.Parser().parse(file.toFile());
        contracts.put(schema.getFullName(), schema);
      }
    }
    return contracts;
  }
}
