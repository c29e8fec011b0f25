package motcua.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import motcua.core.snapshot.RowKey;
import motcua.http.SnapshotViews.ActView;
import motcua.http.SnapshotViews.ChangeView;
import motcua.http.SnapshotViews.HeadView;
import motcua.readmodel.Snapshot;
import motcua.readmodel.SnapshotAct;
import motcua.readmodel.SnapshotHead;
import motcua.report.FormJson;
import motcua.snapshot.Snapshots;

/**
 * The answers to who asks for a snapshot. All of a snapshot stays as it is but what was done with
 * it, so that is asked for each time, and the rest is written once. Thread-safe.
 */
final class SnapshotAnswers {
  private static final long RECENT_BYTES = 64 << 20;

  private final Snapshots snapshots;
  private final Cache<Long, Answer> recent =
      CacheBuilder.newBuilder()
          .maximumWeight(RECENT_BYTES)
          .weigher((Long id, Answer answer) -> answer.json.length)
          .build();

  SnapshotAnswers(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** JSON in UTF-8. Not to be changed. */
  byte[] of(Snapshot snapshot) {
    long id = snapshot.head().id();
    List<SnapshotAct> acts = snapshots.acts(id);
    Answer known = recent.getIfPresent(id);
    if (known == null || !known.acts.equals(acts)) {
      known = new Answer(acts, written(snapshot, acts));
      recent.put(id, known);
    }
    return known.json;
  }

  private byte[] written(Snapshot snapshot, List<SnapshotAct> acts) {
    return Responses.written(
        new SnapshotView(
            HeadView.of(snapshot.head()),
            snapshot.sha256(),
            ChangeView.of(snapshots.changes(snapshot)),
            acts.stream().map(ActView::of).toList(),
            form(snapshot),
            new String(snapshot.body(), StandardCharsets.UTF_8)));
  }

  private static String form(Snapshot snapshot) {
    SnapshotHead head = snapshot.head();
    byte[] form =
        FormJson.bytes(head.form(), snapshot.rows().get(RowKey.TOTAL), head.subject().period());
    return new String(form, StandardCharsets.UTF_8);
  }

  /** An answer, and what was done by then. */
  private record Answer(List<SnapshotAct> acts, byte[] json) {}

  private record SnapshotView(
      HeadView head,
      String sha256,
      List<ChangeView> changes,
      List<ActView> acts,
      @JsonRawValue String form,
      @JsonRawValue String report) {}
}
