package motcua.ingest.simulation;

import java.util.Set;

/**
 * One mutated input and what is known of it without the product.
 *
 * @param run number of the run that made it, which with the seed makes it again
 * @param hostile true when values were changed inside a kept structure, false when bytes were
 * @param ending what follows the run's number in its file name, with the dot
 * @param records how many records must come out as an event or a dead letter, or {@link #UNKNOWN}
 * @param blank rows that say nothing and are left out
 * @param sound ids of events, or of dossiers where events have none, that hostile neighbours must
 *     not sink
 */
record Input(
    long run,
    Kind kind,
    boolean hostile,
    String ending,
    byte[] bytes,
    long records,
    long blank,
    Set<String> sound) {
  /** At least one must come out; how many, nobody else can tell. */
  static final long UNKNOWN = -1;

  /** Nobody can tell whether a record is left in it at all. */
  static final long ANY = -2;

  Input {
    sound = Set.copyOf(sound);
  }

  /** What a run feeds in. */
  enum Kind {
    LINE("canonical lines"),
    RECORD("national records"),
    FILE("line files, batches, archives"),
    CSV("CSV files"),
    XLSX("XLSX files");

    final String text;

    Kind(String text) {
      this.text = text;
    }

    /** True for one that goes through the spool. */
    boolean isFile() {
      return this != LINE && this != RECORD;
    }
  }

  /** The same records in another wrapping. */
  Input as(String otherEnding, byte[] otherBytes) {
    return new Input(run, kind, hostile, otherEnding, otherBytes, records, blank, sound);
  }

  /** Name of its file: sorts as the runs do. */
  String fileName() {
    return String.format("%012d", run) + ending;
  }
}
