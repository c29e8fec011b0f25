package motcua.ingest;

import java.util.Optional;
import motcua.ingest.config.SpoolConfig;
import motcua.ingest.mapping.CanonicalMapping;
import motcua.ingest.mapping.LinkHash;
import motcua.ingest.mapping.NationalMapping;
import motcua.ingest.mapping.PersonalData;

/**
 * The mappings of one task.
 *
 * @param source system the files come from, where the settings name one
 * @param canonical for lines of canonical events
 * @param national for records of national batches
 */
record Mappings(Optional<String> source, CanonicalMapping canonical, NationalMapping national) {
  static Mappings of(SpoolConfig config) {
    PersonalData guard = new PersonalData(config.exempt());
    String source = config.source().orElse(null);
    return new Mappings(
        config.source(),
        new CanonicalMapping(source, guard),
        new NationalMapping(source, guard, new LinkHash(config.linkHashKey())));
  }
}
