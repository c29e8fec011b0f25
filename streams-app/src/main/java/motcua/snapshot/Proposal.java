package motcua.snapshot;

import java.time.LocalDate;
import java.util.List;
import motcua.core.snapshot.CellChange;
import motcua.readmodel.SnapshotHead;

/**
 * What a revision would change.
 *
 * @param snapshot the published version
 * @param cut on which it would be drawn: the last closed day
 * @param changes empty: nothing to propose
 */
public record Proposal(SnapshotHead snapshot, LocalDate cut, List<CellChange> changes) {
  public Proposal {
    changes = List.copyOf(changes);
  }
}
