package motcua.readmodel;

import java.time.Instant;
import motcua.core.policy.Policy;

/**
 * Generations of the ledger in the read model: each is one ledger, built under one policy, with its
 * journal or without.
 */
public interface GenerationStore {
  /**
   * Says how a generation is built; the first to say so decides.
   *
   * @param journal whether the journal of postings is kept (decision 13)
   * @param begunAt kept with it when it is the first
   * @throws IllegalStateException when it was begun under another policy: that is another ledger
   *     (ledger.md 8); or with a journal and is to go on without, or the other way round: the
   *     journal would have a hole
   */
  void claim(int generation, Policy policy, boolean journal, Instant begunAt);

  /** Deletes every row of a generation; a sink that still writes into it is fenced out. */
  void delete(int generation);
}
