package motcua.ingest.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import motcua.ingest.simulation.Input.Kind;

/** Makes the input of a run: the same for the same seed and run, whatever ran before. */
final class InputSource {
  /** Longest record that is read; hostile ones are longer. */
  static final int MAX_BYTES = 6000;

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final Records records = new Records();
  private final Texts texts = new Texts(records);

  InputSource(long seed) {
    this.seed = seed;
  }

  /** Source of all that is random in a run. */
  Random random(long run) {
    long mixed = (seed * MIX ^ run) * 0xBF58476D1CE4E5B9L;
    return new Random((mixed ^ mixed >>> 31) * 0x94D049BB133111EBL);
  }

  Input of(long run) {
    Random random = random(run);
    int share = random.nextInt(100);
    boolean hostile = random.nextBoolean();
    if (share < 30) {
      return line(run, hostile, random);
    }
    if (share < 60) {
      return record(run, hostile, random);
    }
    if (share < 80) {
      return hostile ? hostileFile(run, random) : brokenFile(run, random);
    }
    if (share < 95) {
      return packed(
          hostile ? Tables.hostileCsv(run, random) : Tables.brokenCsv(run, random), random);
    }
    return packed(
        hostile ? Tables.hostileXlsx(run, random) : Tables.brokenXlsx(run, random), random);
  }

  /** The table as it is, or packed. */
  private static Input packed(Input table, Random random) {
    String ending = table.ending();
    byte[] bytes = table.bytes();
    return switch (random.nextInt(8)) {
      case 0 -> table.as(ending + ".gz", Repacked.gzip(bytes));
      case 1 -> table.as(".zip", Repacked.zip(List.of(name(0, random) + ending, bytes)));
      default -> table;
    };
  }

  private Input line(long run, boolean hostile, Random random) {
    byte[] bytes =
        hostile
            ? Bytes.bytes(Records.text(records.hostileLine(random), random))
            : Bytes.mutate(Bytes.bytes(Records.text(records.line(random), random)), random);
    return new Input(run, Kind.LINE, hostile, ".ndjson", bytes, 1, 0, Set.of());
  }

  private Input record(long run, boolean hostile, Random random) {
    byte[] bytes =
        hostile
            ? Bytes.bytes(Records.text(records.hostileNational(random), random))
            : Bytes.mutate(Bytes.bytes(Records.text(records.national(random), random)), random);
    return new Input(run, Kind.RECORD, hostile, ".json", bytes, 1, 0, Set.of());
  }

  private Input hostileFile(long run, Random random) {
    Texts.Content content = content(true, random);
    return switch (random.nextInt(4)) {
      case 0 -> hostile(run, content.ending() + ".gz", Repacked.gzip(content.bytes()), content);
      case 1 -> archive(run, true, random);
      default -> hostile(run, content.ending(), content.bytes(), content);
    };
  }

  private Input brokenFile(long run, Random random) {
    Texts.Content content = broken(content(random.nextInt(4) == 0, random), random);
    return switch (random.nextInt(6)) {
      case 0 ->
          broken(run, content.ending() + ".gz", Repacked.gzip(content.bytes()), content.records());
      case 1 -> archive(run, false, random);
      case 2 -> brokenGzip(run, random);
      case 3 -> {
        byte[] packed = Bytes.mutate(archive(run, false, random).bytes(), random);
        yield broken(run, ".zip", packed, Input.UNKNOWN);
      }
      default -> broken(run, content.ending(), content.bytes(), content.records());
    };
  }

  private Input brokenGzip(long run, Random random) {
    Texts.Content whole = content(false, random);
    byte[] packed = Bytes.mutate(Repacked.gzip(whole.bytes()), random);
    byte[] inside = Repacked.gunzip(packed);
    boolean blank = Recount.isBlank(packed);
    long count = blank ? 1 : inside == null ? Input.UNKNOWN : count(whole.ending(), inside);
    return broken(run, whole.ending() + ".gz", packed, count);
  }

  /** An archive of several entries; the unknown and the nested one are a dead letter each. */
  private Input archive(long run, boolean hostile, Random random) {
    List<Object> entries = new ArrayList<>();
    Set<String> sound = new HashSet<>();
    long count = 0;
    for (int i = random.nextInt(3); i >= 0; i--) {
      Texts.Content content = content(hostile, random);
      content = hostile ? content : broken(content, random);
      entries.add(name(i, random) + content.ending());
      entries.add(content.bytes());
      sound.addAll(content.sound());
      count = count < 0 || content.records() < 0 ? Input.UNKNOWN : count + content.records();
    }
    if (random.nextInt(4) == 0) {
      entries.add(name(9, random) + (random.nextBoolean() ? ".txt" : ".zip"));
      entries.add(Hostile.CANARY);
      count += count < 0 ? 0 : 1;
    }
    byte[] zip = Repacked.zip(entries);
    return new Input(run, Kind.FILE, hostile, ".zip", zip, count, 0, sound);
  }

  private static String name(int place, Random random) {
    return random.nextInt(4) == 0 ? place + "-" + Hostile.personal(random) : "in/" + place;
  }

  private Texts.Content content(boolean hostile, Random random) {
    return random.nextBoolean() ? texts.lines(hostile, random) : texts.batch(hostile, random);
  }

  private static Texts.Content broken(Texts.Content content, Random random) {
    byte[] bytes = Bytes.mutate(content.bytes(), random);
    return new Texts.Content(content.ending(), bytes, count(content.ending(), bytes), Set.of());
  }

  private static long count(String ending, byte[] bytes) {
    return ending.equals(".ndjson") ? Recount.lines(bytes, MAX_BYTES) : Recount.batch(bytes);
  }

  private static Input broken(long run, String ending, byte[] bytes, long records) {
    return new Input(run, Kind.FILE, false, ending, bytes, records, 0, Set.of());
  }

  private static Input hostile(long run, String ending, byte[] bytes, Texts.Content content) {
    return new Input(run, Kind.FILE, true, ending, bytes, content.records(), 0, content.sound());
  }
}
