package motcua.readmodel;

import java.util.List;

/** Records that could not be read. Thread-safe. */
public interface DeadLetterReadModel {
  /**
   * In order of source, reason and fingerprint.
   *
   * @param offset number to pass over
   * @param limit most to give
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  List<DeadLetterEntry> letters(DeadLetterQuery query, long offset, int limit);

  /**
   * How many there are.
   *
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  long count(DeadLetterQuery query);

  /**
   * By source and reason, the most first.
   *
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  List<DeadLetterCount> summary(DeadLetterQuery query);
}
