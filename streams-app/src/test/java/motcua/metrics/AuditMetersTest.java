package motcua.metrics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import motcua.readmodel.AuditResult;
import org.junit.jupiter.api.Test;

class AuditMetersTest {
  private static final Instant ENDED = Instant.parse("2024-09-02T19:31:00Z");

  private static String scrape(Optional<AuditResult> last) {
    try (Metrics metrics = new Metrics()) {
      metrics.add(new AuditMeters(() -> last, InstantSource.fixed(ENDED.plusSeconds(90))));
      return metrics.scrape();
    }
  }

  @Test
  void shouldShowDriftAndAgeOfTheLastAudit() {
    String shown =
        scrape(Optional.of(new AuditResult(ENDED, ENDED, null, true, 10, 4, 9, 2, 1, "first")));

    assertTrue(shown.contains("motcua_audit_drift 3.0"), shown);
    assertTrue(shown.contains("motcua_audit_age_seconds 90.0"), shown);
  }

  @Test
  void shouldNotShowDriftZeroBeforeTheFirstAudit() {
    String shown = scrape(Optional.empty());

    assertTrue(shown.contains("motcua_audit_drift NaN"), shown);
    assertTrue(shown.contains("motcua_audit_age_seconds NaN"), shown);
  }
}
