package motcua.report;

/**
 * The journal and the ledger reach the database by different topics; while records are between the
 * two, a list of dossiers would not add up to its figure, so none is given. A cut on a closed day
 * never meets this; worth repeating after a moment.
 */
public final class JournalBehindException extends RuntimeException {
  private static final long serialVersionUID = 1;

  JournalBehindException(String message) {
    super(message);
  }
}
