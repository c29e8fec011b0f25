package motcua.readmodel;

import java.util.List;
import java.util.Optional;
import motcua.core.period.Period;

/**
 * Keeps published reports. What is kept is never changed; each act leaves a row of its own in the
 * same transaction.
 *
 * <p>Every method throws StoreUnavailableException when the database does not answer just now.
 */
public interface SnapshotStore {
  /**
   * Keeps a snapshot and the act that made it.
   *
   * @return with its id; empty when the subject has this version already, and nothing was kept
   */
  Optional<Snapshot> keep(Snapshot snapshot, SnapshotAct.Kind act);

  /** Keeps an act that made nothing. */
  void note(SnapshotAct act);

  /** One snapshot. */
  Optional<Snapshot> find(long id);

  /** The latest published version of a subject. */
  Optional<SnapshotHead> latest(SnapshotSubject subject);

  /** Periods of which a version is published for the subject's scope, split as it is. */
  List<Period> published(SnapshotSubject subject);

  /** Whether a subject has any snapshot, provisional ones included. */
  boolean exists(SnapshotSubject subject);

  /** Heads of all, the latest made first. */
  List<SnapshotHead> list(int offset, int limit);

  /** The acts on a snapshot, in their order. */
  List<SnapshotAct> acts(long snapshot);
}
