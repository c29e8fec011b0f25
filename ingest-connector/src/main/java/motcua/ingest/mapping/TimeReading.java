package motcua.ingest.mapping;

/** What a text that should be a time turned out to be. */
public sealed interface TimeReading {
  /** A moment, microseconds since the epoch; finer parts are cut off. */
  record At(long micros) implements TimeReading {}

  /** A local time, as microseconds since the epoch were its offset zero. */
  record Local(long micros) implements TimeReading {}

  /** A date without time, likewise. */
  record Day(long micros) implements TimeReading {}

  /** No time at all, or one that does not exist. */
  record Unreadable() implements TimeReading {}
}
