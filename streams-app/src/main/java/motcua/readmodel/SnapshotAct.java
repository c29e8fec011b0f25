package motcua.readmodel;

import java.time.Instant;

/**
 * What somebody did to published figures, or was refused.
 *
 * @param snapshot id; null when there is none, for it was refused
 * @param detail what exactly, in words
 */
public record SnapshotAct(Instant at, String author, Kind act, Long snapshot, String detail) {
  /** What was done. Names are stored: never renamed. */
  public enum Kind {
    PREPARED,
    PUBLISHED,
    REVISED,
    REFUSED
  }
}
