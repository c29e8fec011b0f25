package motcua.ingest;

import java.util.Optional;
import motcua.ingest.config.SpoolConfig;
import motcua.ingest.config.TableConfig;
import motcua.ingest.mapping.CanonicalMapping;
import motcua.ingest.mapping.LinkHash;
import motcua.ingest.mapping.NationalMapping;
import motcua.ingest.mapping.PersonalData;
import motcua.ingest.table.TableMapping;

/**
 * The mappings of one task.
 *
 * @param source system the files come from, where the settings name one
 * @param canonical for lines of canonical events
 * @param national for records of national batches
 * @param table for rows of tables, where the settings name a mapping file
 * @param tablePrint fingerprint of the mapping file
 * @param guard finds personal data, here in names of entries of archives
 */
record Mappings(
    Optional<String> source,
    CanonicalMapping canonical,
    NationalMapping national,
    Optional<TableMapping> table,
    Optional<String> tablePrint,
    PersonalData guard) {
  static Mappings of(SpoolConfig config) {
    PersonalData guard = new PersonalData(config.exempt());
    String source = config.source().orElse(null);
    return new Mappings(
        config.source(),
        new CanonicalMapping(source, guard),
        new NationalMapping(source, guard, new LinkHash(config.linkHashKey())),
        config.table().map(table -> new TableMapping(table.spec(), source, table.units(), guard)),
        config.table().map(TableConfig::fingerprint),
        guard);
  }
}
