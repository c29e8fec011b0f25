package motcua.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is known of the systems records come from. Thread-safe. */
public interface SourceReadModel {
  /**
   * When each source was last heard, and which units it feeds; in order of their names.
   *
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  List<SourceHearing> hearings();

  /**
   * What is counted of each source, those of which there are but dead letters too; in order of
   * their names.
   *
   * @param now what the last hour and the last day are reckoned back from
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  List<SourceLine> sources(Instant now);

  /**
   * Marks that hold, by source and code. Reads every mark: for a question of a person, not for one
   * that comes every few seconds.
   *
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  Map<String, Map<String, Long>> marks();
}
