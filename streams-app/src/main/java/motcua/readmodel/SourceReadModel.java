package motcua.readmodel;

import java.time.Instant;
import java.util.List;

/** What is known of the systems records come from. Thread-safe. */
public interface SourceReadModel {
  /**
   * When each source was last heard, and which units it feeds; in order of their names.
   *
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  List<SourceHearing> hearings();

  /**
   * Everything known of each source, those of which there are but dead letters too; in order of
   * their names.
   *
   * @param now what the last hour and the last day are reckoned back from
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  List<SourceLine> sources(Instant now);
}
