package motcua.schemas.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * One generated set of dossiers, ready to be ingested in back-fill mode and compared with what a
 * district printed.
 *
 * @param name name of the set and of its folder, for example {@code cam-giang}
 * @param district name of the district as it stands in published-figures.csv
 * @param source name to ingest it under; every set has its own, so that they share no dossier
 * @param statements one report each
 * @param folder folder that holds the set's payload files and nothing else
 * @param files the payload files in the order of their names
 * @param dossiers number of dossiers
 */
public record DistrictSet(
    String name,
    String district,
    String source,
    List<Statement> statements,
    Path folder,
    List<Path> files,
    int dossiers) {

  /**
   * The report that answers a printed statement.
   *
   * @param level level in published-figures.csv: district, communes, communes_total or not_stated
   * @param scopeUnit unit whose subtree is the report's scope
   * @param from first day, inside
   * @param to last day, inside
   */
  public record Statement(String level, String scopeUnit, LocalDate from, LocalDate to) {}
}
