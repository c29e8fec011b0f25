package motcua.readmodel;

/**
 * A question that only the journal of postings can answer, to a generation that keeps none
 * (decision 13). The message is one line and says what to do.
 */
public final class JournalOffException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param generation that keeps no journal
   */
  public JournalOffException(int generation) {
    super(
        "generation %d of the ledger keeps no journal of postings (readmodel.journal=false): there are no reports by procedure and no dossiers behind a figure; reports in total and by field are whole; to have them, set readmodel.journal=true and build the ledger again with ./motcua rebuild"
            .formatted(generation));
  }
}
