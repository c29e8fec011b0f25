package motcua.readmodel;

import java.time.Instant;
import motcua.core.policy.Policy;

/** Generations of the ledger in the read model: each is one ledger, built under one policy. */
public interface GenerationStore {
  /**
   * Says under which policy a generation is built; the first to say so decides.
   *
   * @param begunAt kept with it when it is the first
   * @throws IllegalStateException when it was begun under another policy: that is another ledger
   *     (ledger.md 8)
   */
  void claim(int generation, Policy policy, Instant begunAt);

  /** Deletes every row of a generation; a sink that still writes into it is fenced out. */
  void delete(int generation);
}
