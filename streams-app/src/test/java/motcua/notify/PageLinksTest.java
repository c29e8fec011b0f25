package motcua.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLinksTest {
  @ParameterizedTest
  @CsvSource({
    "http://host:8080, http://host:8080/#/canh-bao",
    "http://host:8080/, http://host:8080/#/canh-bao",
    "http://host/mot-cua, http://host/mot-cua/#/canh-bao",
    "http://host/mot-cua/alerts.html, http://host/mot-cua/#/canh-bao",
    "http://host/?x=1, http://host/?x=1#/canh-bao",
    "http://host/#/man-hinh, http://host/#/man-hinh"
  })
  void shouldLeadToTheViewOfAlerts(String address, String view) {
    PageLinks links = new PageLinks(Optional.of(address));
    Transition step =
        TestAlerts.step(
            "H 1&2",
            1,
            Transition.Kind.RAISED,
            Severity.SURE,
            null,
            Instant.parse("2026-09-15T01:00:00Z"));

    assertEquals(Optional.of(view), links.page());
    assertEquals(Optional.of(view + "?scope=H+1%262"), links.of(step));
  }

  @Test
  void shouldLeadNowhereWithoutAnAddress() {
    assertEquals(Optional.empty(), new PageLinks(Optional.empty()).page());
  }
}
