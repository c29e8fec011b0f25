package motcua.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.io.IOException;
import motcua.document.ExportJob;
import motcua.document.ExportJobs;
import motcua.document.SnapshotDocuments;
import motcua.export.FileFormat;
import motcua.export.TooLongException;
import motcua.readmodel.Snapshot;
import motcua.snapshot.Snapshots;

/** {@code /api/exports}: documents that take a while, with their progress. */
final class ExportApi {
  private final Snapshots snapshots;
  private final SnapshotDocuments documents;
  private final ExportJobs jobs;

  ExportApi(Snapshots snapshots, SnapshotDocuments documents, ExportJobs jobs) {
    this.snapshots = snapshots;
    this.documents = documents;
    this.jobs = jobs;
  }

  /** {@code POST /api/exports}. */
  void post(Context context) {
    Parameters parameters = JsonBody.of(context, "snapshot", "format", "document", "form", "limit");
    int id = parameters.number("snapshot", 0, 1, Integer.MAX_VALUE);
    FileFormat format = parameters.word("format", FileFormat.XLSX, DocumentRequest.FORMATS);
    SnapshotDocuments.Order order = DocumentRequest.of(parameters);
    if (id == 0) {
      throw ProblemException.badRequest("Thiếu \"snapshot\".");
    }
    Snapshot snapshot = snapshots.find(id);
    ExportJob job =
        jobs.begin(
                documents.of(snapshot, order),
                format,
                DocumentRequest.fileName(snapshot, order, format),
                DocumentRequest.lines(snapshot, order))
            .orElseThrow(
                () ->
                    new ProblemException(
                        503,
                        "Đang có quá nhiều tệp",
                        "Đang xuất hoặc đang giữ quá nhiều tệp; thử lại sau."));
    context.status(202).header("Location", "/api/exports/" + job.id());
    Responses.json(context, JobView.of(job));
  }

  /** {@code GET /api/exports/{id}}. */
  void get(Context context) {
    Parameters.of(context);
    Responses.json(context, JobView.of(job(context)));
  }

  /** {@code GET /api/exports/{id}/file}. */
  void file(Context context) throws IOException {
    Parameters.of(context);
    ExportJob job = job(context);
    if (job.state() != ExportJob.State.DONE) {
      throw new ProblemException(
          409,
          "Chưa có tệp",
          job.state() == ExportJob.State.RUNNING
              ? "Tệp đang được xuất: %d/%d dòng.".formatted(job.written(), job.lines())
              : why(job));
    }
    FileAnswer.send(context, job.file(), job.format(), job.name());
  }

  private ExportJob job(Context context) {
    String text = context.pathParam("id");
    try {
      return jobs.find(Long.parseLong(text)).orElseThrow(() -> unknown(text));
    } catch (NumberFormatException none) {
      throw unknown(text);
    }
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound(
        "Không có tệp số \"%s\"; tệp được giữ một giờ sau khi yêu cầu.".formatted(id));
  }

  private static String why(ExportJob job) {
    return job.fault()
        .filter(TooLongException.class::isInstance)
        .map(fault -> DocumentRequest.TOO_LONG)
        .orElse("Không xuất được tệp; lỗi đã được ghi vào nhật ký của hệ thống.");
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record JobView(
      long id, String state, String name, long written, long lines, String file, String why) {
    static JobView of(ExportJob job) {
      boolean done = job.state() == ExportJob.State.DONE;
      return new JobView(
          job.id(),
          job.state().name(),
          job.name(),
          job.written(),
          job.lines(),
          done ? "/api/exports/" + job.id() + "/file" : null,
          job.state() == ExportJob.State.FAILED ? ExportApi.why(job) : null);
    }
  }
}
