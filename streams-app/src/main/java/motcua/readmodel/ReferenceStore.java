package motcua.readmodel;

import java.time.Instant;

/** Keeps every version of the reference files beside the figures drawn with them. */
public interface ReferenceStore {
  /**
   * Keeps these files; versions that are there already stay as they are.
   *
   * @param loadedAt when they were loaded
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  void save(ReferenceFiles files, Instant loadedAt);
}
