package motcua.ingest.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Line files and national batches as bytes, with as many records as they hold. */
final class Texts {
  /**
   * What a file holds.
   *
   * @param sound ids of those among hostile records that are not
   */
  record Content(String ending, byte[] bytes, long records, Set<String> sound) {
    Content {
      sound = Set.copyOf(sound);
    }
  }

  private final Records records;

  Texts(Records records) {
    this.records = records;
  }

  /** A line file: one to eight lines, blank ones between, any line ends. */
  Content lines(boolean hostile, Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\ufeff" : "");
    String end = random.nextBoolean() ? "\n" : "\r\n";
    int count = 1 + random.nextInt(8);
    Set<String> sound = new HashSet<>();
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(5) == 0 ? random.nextBoolean() ? end : " \t" + end : "");
      ObjectNode line = hostile ? records.hostileLine(random) : records.line(random);
      if (hostile && random.nextInt(3) == 0) {
        sound.add("sound" + i);
        line = records.line(random).deepCopy().put("eventId", "sound" + i);
      }
      text.append(Records.text(line, random));
      text.append(i < count - 1 || random.nextBoolean() ? end : "");
    }
    return new Content(".ndjson", Bytes.bytes(text.toString()), count, sound);
  }

  /** A batch in one of the forms that senders give it. */
  Content batch(boolean hostile, Random random) {
    ArrayNode list = Records.json().createArrayNode();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      list.add(hostile ? records.hostileNational(random) : records.national(random));
    }
    Set<String> sound = new HashSet<>();
    if (hostile && random.nextBoolean()) {
      sound.add("H99.sound");
      list.insert(random.nextInt(list.size() + 1), records.header().put("MaHoSo", "H99.sound"));
    }
    if (hostile && random.nextInt(4) == 0) {
      list.add(Hostile.json("x", random));
    }
    String text = Records.text(envelope(list, hostile, random), random);
    return new Content(".json", Bytes.bytes(text), list.size(), sound);
  }

  private static JsonNode envelope(ArrayNode list, boolean hostile, Random random) {
    ObjectNode root = Records.json().createObjectNode();
    root.put("session", Hostile.CANARY);
    root.put("madonvi", hostile ? Hostile.text(random) : "H99.31");
    String service = List.of("DongBoHoSoMC", "CapNhatTienDoHoSoMC", "?").get(random.nextInt(3));
    root.put("service", hostile ? service : "DongBoHoSoMC");
    if (hostile) {
      root.set(Hostile.CANARY, Hostile.json(Hostile.dropped(random), random));
    }
    return switch (random.nextInt(4)) {
      case 0 -> list;
      case 1 -> {
        root.putObject("result").put("total", 1).set("items", list);
        yield root;
      }
      default -> {
        root.set("data", list);
        root.put("isUpdating", "True");
        yield root;
      }
    };
  }
}
