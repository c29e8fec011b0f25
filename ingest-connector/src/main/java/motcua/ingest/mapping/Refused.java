package motcua.ingest.mapping;

/**
 * Ends the reading of one record early; never leaves this package and carries no value of the
 * record.
 */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  Refused(String reason) {
    super(reason, null, false, false);
  }
}
