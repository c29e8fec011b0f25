package motcua.ingest.mapping;

/** Takes down what is wrong with one record while its sighting is made. */
public interface EdgeNotes {
  /** Refuses the record for one field; the first refusal counts. */
  void refuse(Reason reason, NationalField field);

  /** Marks a repair, so that the interpretation knows of it. */
  void mark(String code, NationalField field);
}
