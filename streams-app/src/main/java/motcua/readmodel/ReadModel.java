package motcua.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import motcua.core.definition.Moment;
import motcua.core.dossier.DossierKey;
import motcua.core.unit.Scope;

/** Questions to the read model, each answered from one snapshot. Thread-safe. */
public interface ReadModel {
  /**
   * Figures, marks and dead letters of a report.
   *
   * @throws JournalOffException by procedure, where no journal is kept
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  ReportData report(ReportQuery query);

  /**
   * The dossiers behind one figure of a report.
   *
   * @param offset number of dossiers to pass over
   * @param limit most dossiers to give
   * @throws JournalOffException where no journal is kept
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  CellDossiers dossiers(CellQuery query, int offset, int limit);

  /**
   * What became known after an earlier cut, up to that of the report; initial loads left out.
   *
   * @throws JournalOffException where no journal is kept
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  LearnedFigures learnedAfter(LocalDate earlier, ReportQuery query);

  /**
   * What definitions of "on time" are reckoned from.
   *
   * @throws JournalOffException where no journal is kept
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  MomentData moments(ReportQuery query);

  /**
   * The dossiers that a moment counts.
   *
   * @param offset number of dossiers to pass over
   * @param limit most dossiers to give
   * @throws JournalOffException where no journal is kept
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  MomentDossiers moments(ReportQuery query, Moment moment, int offset, int limit);

  /** Rolling ratios of a scope, by window and ratio; empty when nothing is known of it. */
  List<RatioLine> ratios(String scope);

  /** Open overdue dossiers of a scope, the longest overdue first. */
  List<DossierLine> overdue(Scope scope, int offset, int limit);

  /** Number of open overdue dossiers of a scope. */
  long countOverdue(Scope scope);

  /** Open dossiers in time that are due before a moment, the first due first. */
  List<DossierLine> due(Scope scope, Instant before, int offset, int limit);

  /** Number of open dossiers in time that are due before a moment. */
  long countDue(Scope scope, Instant before);

  /** The dossiers of this code, one a source; empty when there is none. */
  List<DossierHistory> dossiers(String dossierId);

  /**
   * Where dossiers stand now; one that is not known is left out.
   *
   * @param keys at most some thousands
   */
  List<DossierLine> standing(Collection<DossierKey> keys);

  /** How new the read model is; also shows that the database answers. */
  Freshness freshness();
}
