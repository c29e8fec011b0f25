package motcua.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import motcua.core.document.Document;
import motcua.core.document.Letterhead;
import org.apache.poi.ooxml.POIXMLProperties;

/**
 * What a file says about itself: the document, and nothing of the machine or the hour of writing.
 */
final class FileProperties {
  private static final LocalDate UNDATED = LocalDate.of(2000, 1, 1);
  private static final String PRODUCT = "motcua";

  private FileProperties() {}

  static void set(POIXMLProperties properties, Document document) {
    Instant day =
        document
            .letterhead()
            .map(Letterhead::date)
            .orElse(UNDATED)
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC);
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    core.setTitle(document.title());
    core.setCreator(document.letterhead().map(Letterhead::agency).orElse(""));
    core.setLastModifiedByUser("");
    core.setCreated(Optional.of(Date.from(day)));
    core.setModified(Optional.of(Date.from(day)));
    properties.getExtendedProperties().setApplication(PRODUCT);
  }
}
