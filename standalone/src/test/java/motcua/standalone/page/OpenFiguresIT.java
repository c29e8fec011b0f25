package motcua.standalone.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The dossiers of an open figure are asked of where dossiers stand when nothing is cut off, and of
 * the journal when something is: on a cut that cuts nothing off both say the same.
 */
@Timeout(300)
@Tag("page")
@ExtendWith(PageStage.Shared.class)
class OpenFiguresIT {
  private static final String PERIOD = "&from=2026-06-15&to=2026-09-14";

  @Test
  void shouldListWhatTheJournalLists(PageStage stage) throws Exception {
    for (String column : List.of("openInTime", "openOverdue", "openUndated", "suspended")) {
      for (String place :
          List.of(
              "scope=ALL",
              "scope=H99&unit=" + PageHistory.LATE_UNIT,
              "scope=H99&field=G99-01",
              "scope=H99&procedure=1.990003&unit=" + PageHistory.LATE_UNIT)) {
        String question = "/api/report/dossiers?" + place + PERIOD + "&column=" + column;
        JsonNode now = stage.api(question);
        JsonNode journal = stage.api(question + "&knownOn=" + PageStage.NOW.toLocalDate());
        assertEquals(journal.get("figure"), now.get("figure"), question);
        assertEquals(journal.get("dossiers"), now.get("dossiers"), question);
        assertEquals(journal.get("rows"), now.get("rows"), question);
        if (column.startsWith("openI") || column.startsWith("openO")) {
          assertTrue(now.get("rows").size() > 0, question);
        }
      }
    }
  }
}
