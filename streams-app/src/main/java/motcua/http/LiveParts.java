package motcua.http;

import java.time.InstantSource;
import java.util.Objects;
import motcua.coverage.Coverage;
import motcua.live.Feed;
import motcua.live.Overviews;
import motcua.live.TimeSeriesReader;
import motcua.readmodel.AlertReadModel;
import motcua.readmodel.LiveReadModel;
import motcua.report.Reference;

/** What pages that are looked at all day are served from. */
public record LiveParts(Overviews overviews, TimeSeriesReader series, Feed feed) {
  public LiveParts {
    Objects.requireNonNull(overviews, "overviews");
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(feed, "feed");
  }

  /**
   * @param clock decides what today is
   */
  public static LiveParts of(
      LiveReadModel readModel,
      AlertReadModel alerts,
      Coverage coverage,
      Reference reference,
      InstantSource clock) {
    return new LiveParts(
        new Overviews(readModel, alerts, coverage, reference, clock),
        new TimeSeriesReader(readModel, reference),
        new Feed(readModel, alerts, coverage, reference, clock));
  }
}
