package motcua.topology;

/** What the processors report of their work; joined to the meters by the composition root. */
public interface DecisionObserver {
  /** Reports nothing. */
  DecisionObserver NONE = new DecisionObserver() {};

  /** A record of the event log was applied and made {@code postings} postings. */
  default void applied(int postings) {}

  /** A record changed nothing: a duplicate. */
  default void unchanged() {}

  /** A record was refused. */
  default void deadLetter(String code) {}

  /** Dossiers crossed their due by a tick; {@code waiting} are due but left for the next record. */
  default void crossed(int dossiers, int waiting) {}

  /** The ledger task sent this many changed cells. */
  default void flushed(int cells) {}
}
