package motcua.ingest;

import java.util.Optional;
import motcua.ingest.config.EventSettings;
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
  static Mappings of(EventSettings settings) {
    PersonalData guard = new PersonalData(settings.exempt());
    String source = settings.source().orElse(null);
    return new Mappings(
        settings.source(),
        new CanonicalMapping(source, guard),
        new NationalMapping(source, guard, new LinkHash(settings.linkHashKey())));
  }
}
