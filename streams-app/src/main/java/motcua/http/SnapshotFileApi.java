package motcua.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import motcua.document.SnapshotDocuments;
import motcua.export.FileFormat;
import motcua.readmodel.Snapshot;
import motcua.snapshot.Snapshots;

/** {@code GET /api/snapshots/{id}.xlsx}, {@code .docx}, {@code .pdf}: documents of a snapshot. */
final class SnapshotFileApi {
  private final Snapshots snapshots;
  private final SnapshotDocuments documents;

  SnapshotFileApi(Snapshots snapshots, SnapshotDocuments documents) {
    this.snapshots = snapshots;
    this.documents = documents;
  }

  /** Answers with files of one format. */
  Handler as(FileFormat format) {
    return context -> get(context, format);
  }

  private void get(Context context, FileFormat format) throws IOException {
    SnapshotDocuments.Order order =
        DocumentRequest.of(Parameters.of(context, "document", "form", "limit"));
    Snapshot snapshot = snapshots.find(SnapshotApi.id(context));
    FileAnswer.send(
        context,
        documents.of(snapshot, order),
        format,
        DocumentRequest.fileName(snapshot, order, format));
  }
}
