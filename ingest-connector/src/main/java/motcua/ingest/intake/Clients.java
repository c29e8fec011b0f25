package motcua.ingest.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import motcua.ingest.config.IntakeKeys;
import org.apache.kafka.common.config.ConfigException;

/** Those who may send, by name: a JSON array of objects, read once at the start. */
final class Clients {
  private static final Set<String> KEYS =
      Set.of("client", "secretSha256", "source", "successCode", "recordsPerSecond");
  private static final int MOST_RECORDS_PER_SECOND = 1_000_000;

  private final Map<String, Client> byName = new LinkedHashMap<>();
  private final int recordsPerSecond;

  private Clients(int recordsPerSecond) {
    this.recordsPerSecond = recordsPerSecond;
  }

  /**
   * Reads the file.
   *
   * @param recordsPerSecond rate of a client that names none
   * @throws ConfigException naming the file, the entry and what was expected; never a secret
   */
  static Clients read(Path file, int recordsPerSecond) {
    Clients clients = new Clients(recordsPerSecond);
    JsonNode entries;
    try {
      entries = new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException wrong) {
      throw new ConfigException(IntakeKeys.CLIENTS + ": " + file + " is not JSON");
    } catch (IOException wrong) {
      throw new ConfigException(IntakeKeys.CLIENTS + ": " + file + " is no readable file");
    }
    if (!entries.isArray() || entries.isEmpty()) {
      throw new ConfigException(
          IntakeKeys.CLIENTS + ": " + file + ", expected an array with at least one client");
    }
    for (int i = 0; i < entries.size(); i++) {
      clients.add(entries.get(i), file + ", entry " + (i + 1));
    }
    return clients;
  }

  /** The client of a name. */
  Optional<Client> find(String name) {
    return name == null ? Optional.empty() : Optional.ofNullable(byName.get(name));
  }

  /** The client of a name and its secret. */
  Optional<Client> find(String name, String secret) {
    return secret == null ? Optional.empty() : find(name).filter(found -> found.isSecret(secret));
  }

  private void add(JsonNode entry, String where) {
    requireKnown(entry, where);
    String name =
        text(entry, "client", "[A-Za-z0-9._-]{1,64}", "1 to 64 letters, digits, . _ -", where);
    Client client =
        new Client(
            name,
            text(entry, "secretSha256", "[0-9a-fA-F]{64}", "SHA-256 in hex", where),
            text(
                entry,
                "source",
                "[a-z0-9._-]{1,40}",
                "1 to 40 small letters, digits, . _ -",
                where),
            successCode(entry, where),
            rate(entry, where));
    if (byName.put(name, client) != null) {
      throw wrong(where, "client", "expected each name once");
    }
  }

  private static void requireKnown(JsonNode entry, String where) {
    if (!entry.isObject()) {
      throw wrong(where, "", "expected an object");
    }
    for (Iterator<String> names = entry.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!KEYS.contains(name)) {
        throw wrong(
            where,
            name,
            "unknown key, expected client, secretSha256, source, successCode or recordsPerSecond");
      }
    }
  }

  private static String text(
      JsonNode entry, String key, String pattern, String expected, String where) {
    JsonNode value = entry.path(key);
    if (!value.isTextual() || !value.textValue().matches(pattern)) {
      throw wrong(where, key, "expected " + expected);
    }
    return value.textValue();
  }

  private static Client.SuccessCode successCode(JsonNode entry, String where) {
    JsonNode value = entry.path("successCode");
    if (value.isMissingNode() || value.isInt() && value.intValue() == 0) {
      return Client.SuccessCode.NUMBER;
    }
    return switch (value.asText("").toLowerCase(Locale.ROOT)) {
      case "0" -> Client.SuccessCode.ZERO;
      case "00" -> Client.SuccessCode.DOUBLE_ZERO;
      default -> throw wrong(where, "successCode", "expected 0, \"0\" or \"00\"");
    };
  }

  private int rate(JsonNode entry, String where) {
    JsonNode value = entry.path("recordsPerSecond");
    if (value.isMissingNode()) {
      return recordsPerSecond;
    }
    if (!value.isInt() || value.intValue() < 1 || value.intValue() > MOST_RECORDS_PER_SECOND) {
      throw wrong(where, "recordsPerSecond", "expected 1 to " + MOST_RECORDS_PER_SECOND);
    }
    return value.intValue();
  }

  private static ConfigException wrong(String where, String key, String expected) {
    return new ConfigException(
        IntakeKeys.CLIENTS + ": " + where + (key.isEmpty() ? "" : ", " + key) + ": " + expected);
  }
}
