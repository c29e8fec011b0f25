package motcua.core.notice;

import java.time.Instant;
import java.time.LocalDate;

/** How somebody is told of a transition. */
public sealed interface Manner {
  /** In a message of its own, not before a moment. */
  record AtOnce(Instant due) implements Manner {}

  /** Among others in the digest of a day. */
  record InDigest(LocalDate day, Instant due) implements Manner {}

  /** Not at all. */
  record Dropped(Reason reason) implements Manner {}

  /** Why nobody is told. Names are stored: never renamed. */
  enum Reason {
    /** An initial load found it. */
    BACKFILL,
    /** It was old when it was first seen: a ledger was rebuilt or set up over old data. */
    TOO_OLD,
    /** There is neither a head nor an operator with an address. */
    NO_ADDRESSEE
  }
}
