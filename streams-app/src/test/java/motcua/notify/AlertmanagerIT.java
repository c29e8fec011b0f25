package motcua.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import motcua.core.alert.Severity;
import motcua.core.alert.Transition;
import motcua.core.alert.Transition.Kind;
import motcua.core.notice.Contacts;
import motcua.core.unit.UnitTree;
import motcua.readmodel.postgres.WrittenTransitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notifier and a real Alertmanager. */
class AlertmanagerIT {
  private static final UnitTree UNITS =
      UnitTree.parse(
              """
              code,name,parent,headEmail
              H1,Xã A,,a@xa.test
              H2,Xã B,,b@xa.test
              """)
          .orElseThrow();

  /** Shorter than it is for the tests to see an alert that is not repeated go away. */
  private static final Duration RESOLVE = Duration.ofSeconds(3);

  @TempDir Path folder;

  @Test
  void shouldHoldAnAlertUntilItIsClearedAndNoLonger() throws Exception {
    AlertmanagerProcess.assumeInstalled();
    // Its clock is the real one, so the notifier's must be.
    try (var alertmanager = AlertmanagerProcess.start(folder, RESOLVE.toSeconds() + "s");
        var world = new NotifierWorld(UNITS, Contacts.NONE, Instant.now());
        Notifier notifier =
            world.notifier(
                UnaryOperator.identity(),
                world.alertmanager(alertmanager.url, Duration.ofMillis(500)))) {
      Instant begun = world.now();
      WrittenTransitions.insert(world.database, TestAlerts.sure("H1", begun), 0);
      WrittenTransitions.insert(
          world.database, TestAlerts.step("H2", 1, Kind.RAISED, Severity.LIKELY, null, begun), 1);

      // It may not answer yet: the notifier has to try again.
      notifier.start();

      world.await("both", () -> alertmanager.active().equals(Set.of("H1 SURE", "H2 LIKELY")));
      world.await(
          "longer than the resolve timeout",
          () -> {
            assertEquals(Set.of("H1 SURE", "H2 LIKELY"), alertmanager.active());
            return Duration.between(begun, world.now()).compareTo(RESOLVE.multipliedBy(2)) > 0;
          });
      JsonNode one = alertmanager.alerts().orElseThrow().get(0);
      assertEquals("MotcuaLateRate", one.path("labels").path("alertname").asText());
      assertEquals("late@default", one.path("labels").path("rule").asText());
      assertTrue(
          one.path("generatorURL").asText().startsWith("http://127.0.0.1:8080/#/canh-bao?scope=H"),
          one.toString());

      WrittenTransitions.insert(
          world.database,
          TestAlerts.step("H2", 2, Kind.WORSENED, Severity.SURE, null, world.now()),
          2);
      world.await(
          "one alert of H2", () -> alertmanager.active().equals(Set.of("H1 SURE", "H2 SURE")));
      WrittenTransitions.insert(
          world.database,
          TestAlerts.step(
              "H1", 2, Kind.CLEARED, Severity.SURE, Transition.Reason.RECOVERED, world.now()),
          3);
      world.await("the end of H1's", () -> alertmanager.active().equals(Set.of("H2 SURE")));
    }
  }
}
