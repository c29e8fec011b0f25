package motcua.http;

import java.time.InstantSource;
import java.util.Objects;
import motcua.core.document.Letterheads;
import motcua.document.ExportJobs;
import motcua.document.LateDossiers;
import motcua.document.SnapshotDocuments;
import motcua.document.YearsComparison;
import motcua.readmodel.ReadModel;
import motcua.report.DrillDown;
import motcua.report.Reference;
import motcua.report.Reports;

/**
 * What files are served from.
 *
 * @param exports writes those that take a while; closed by whoever made it
 */
public record DocumentParts(
    SnapshotDocuments snapshots, YearsComparison years, ExportJobs exports) {
  public DocumentParts {
    Objects.requireNonNull(snapshots, "snapshots");
    Objects.requireNonNull(years, "years");
    Objects.requireNonNull(exports, "exports");
  }

  /** What prints from one read model. */
  public static DocumentParts of(
      ReadModel readModel,
      Reports reports,
      Reference reference,
      Letterheads letterheads,
      InstantSource clock,
      ExportJobs exports) {
    return new DocumentParts(
        new SnapshotDocuments(
            reference,
            letterheads,
            new LateDossiers(new DrillDown(readModel, reference), readModel, reference)),
        new YearsComparison(reports, reference, letterheads, clock),
        exports);
  }
}
