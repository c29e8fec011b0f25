package motcua.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import motcua.codec.DossierState;
import motcua.codec.DossierStateCodec;
import motcua.codec.LedgerPage;
import motcua.codec.Mail;
import motcua.core.alert.AlertRules;
import motcua.core.ledger.Measure;
import motcua.core.policy.Policy;
import motcua.core.policy.Rules;
import motcua.core.unit.UnitResolver;
import motcua.core.unit.UnitTree;
import motcua.reference.ReferenceLoader;
import motcua.testing.LocalRegistry;
import org.junit.jupiter.api.Test;

/**
 * What outlives the process, compared with the last release: a change here is an upgrade that
 * somebody has to make. Where a text differs, the new one stands in {@code target/released/}.
 */
class ReleasedFormsTest {
  private static final Path RELEASED = Path.of("src/test/resources/released/0.1.0");

  /** Forms of the release to come: they may still change, but not unseen. */
  private static final Path NEXT = Path.of("src/test/resources/released/0.2.0");

  private static final Pattern PROCESSOR =
      Pattern.compile("Processor: (\\S+) \\(stores: \\[(.*)\\]\\)");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  @Test
  void shouldKeepTopics() throws IOException {
    String lines =
        Arrays.stream(Topics.values())
            .map(
                t ->
                    "%s | %s | %s"
                        .formatted(
                            t.topicName(1),
                            t.partitions(7) == 1 ? "one partition" : "partitions as installed",
                            new TreeMap<>(t.configs())))
            .collect(Collectors.joining("\n", "", "\n"));
    appended("topics.txt", lines, "released topics stay as they are");
  }

  @Test
  void shouldKeepNodesAndStores() throws IOException {
    var none = java.util.Optional.<Path>empty();
    var calendar = ReferenceLoader.load(none, none, none, none, none, none, none).calendar();
    var parameters = new LedgerTopology.Parameters(4, 1, Duration.ofSeconds(1), 10);
    var topology =
        new LedgerTopology(
                new Rules(Policy.DEFAULT, calendar),
                UnitResolver.NONE,
                UnitTree.EMPTY,
                new LocalRegistry().codecs(),
                DecisionObserver.NONE,
                new Alerting(AlertRules.DEFAULT, calendar, true),
                parameters)
            .build();
    String described = topology.describe().toString();
    // Custom partitioners describe themselves by class and address, which says nothing of the form.
    String form = described.replaceAll("@[0-9a-f]+", "").replaceAll("(?m) +$", "");
    compare("topology.txt", form);
    Set<String> lost = stores(Files.readString(RELEASED.resolve("topology.txt")));
    lost.removeAll(stores(form));
    assertEquals(Set.of(), lost, "state of 0.1.0 that would be left behind");
  }

  /** Sub-topology, processor and store of each store: they name its changelog and its task. */
  private static Set<String> stores(String described) {
    Set<String> stores = new TreeSet<>();
    String part = "";
    for (String line : described.split("\n", -1)) {
      if (line.contains("Sub-topology:")) {
        part = line.strip();
      }
      Matcher processor = PROCESSOR.matcher(line);
      if (processor.find()) {
        for (String store : processor.group(2).split(", ")) {
          stores.add(part + " " + processor.group(1) + " " + store);
        }
      }
    }
    return stores;
  }

  @Test
  void shouldKeepVersionsOfStoredState() throws IOException {
    String measures =
        Arrays.stream(Measure.values()).map(Enum::name).collect(Collectors.joining(","));
    String lines =
        "dossier state: %d%nledger page: %d%nmail: %d%nmeasures: %s%n"
            .formatted(
                DossierStateCodec.toBytes(DossierState.EMPTY)[0],
                new LedgerPage(new LedgerPage.Id("", 0)).toBytes()[0],
                Mail.VERSION,
                measures);
    compare("state-versions.txt", lines);
  }

  @Test
  void shouldKeepTables() throws IOException {
    var table = Pattern.compile("CREATE TABLE (\\w+) ?\\(\\n(.*?)\\n\\)", Pattern.DOTALL);
    var lines = new StringBuilder();
    for (Path file : migrations()) {
      Matcher matcher = table.matcher(Files.readString(file));
      while (matcher.find()) {
        lines.append(matcher.group(1)).append('\n');
        matcher
            .group(2)
            .lines()
            .map(line -> "  " + line.strip().replaceAll(" +", " ").replaceAll(",$", ""))
            .forEach(line -> lines.append(line).append('\n'));
      }
    }
    appended("tables.txt", lines.toString(), "released migrations make the same tables");
  }

  @Test
  void shouldNeverChangeAReleasedMigration() throws IOException {
    var lines = new StringBuilder();
    for (Path file : migrations()) {
      lines.append(sha256(file)).append("  ").append(file.getFileName()).append('\n');
    }
    appended("migrations.txt", lines.toString(), "migrations are append-only");
  }

  /** Later migrations may follow; what those of the release say stays as it is. */
  private static void appended(String name, String current, String why) throws IOException {
    keep(name, current);
    String released = Files.readString(RELEASED.resolve(name));
    int held = Math.min(released.length(), current.length());
    assertEquals(released, current.substring(0, held), why);
  }

  private static void compare(String name, String current) throws IOException {
    keep(name, current);
    assertEquals(Files.readString(NEXT.resolve(name)), current, name + " of the next");
  }

  private static void keep(String name, String current) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/released"));
    Files.writeString(folder.resolve(name), current);
  }

  private static List<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] text = Files.readString(file, UTF_8).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
