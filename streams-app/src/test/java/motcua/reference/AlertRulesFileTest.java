package motcua.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import motcua.core.alert.AlertRule;
import motcua.core.alert.AlertRules;
import motcua.core.alert.OfficeHours;
import motcua.core.alert.SilenceRule;
import motcua.core.period.Window;
import motcua.core.unit.UnitTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRulesFileTest {
  private static final Path EXAMPLE = Path.of("../docs/examples/alerts.json");
  private static final UnitTree UNITS = tree();
  private static final String RULES =
      """
      {"version": "7", "rules": [
        {"name": "late", "threshold": 0.1, "recovery": 0.08, "minimumLate": 3, "window": "YEAR", "sureAt": 50,
         "remindAfterDays": 14, "escalateAfterWorkingDays": 5},
        {"name": "top", "levels": ["PROVINCE"]},
        {"name": "one", "units": ["H99.31.07"]}],
       "silence": {"officeHours": ["07:00-11:00", "13:00-17:00"], "afterOfficeHours": 15, "sources": {"dvc": 7.5, "archive": null}}}""";

  @Test
  void shouldReadEveryKey() {
    AlertRules rules = rules(RULES);

    assertEquals(
        new AlertRule(
            "late@7",
            new BigDecimal("0.1"),
            new BigDecimal("0.08"),
            3,
            Window.YEAR,
            50,
            14,
            5,
            Set.of(),
            Set.of()),
        rules.rules().getFirst());
    assertEquals("top@7", rules.of("H99", "PROVINCE").orElseThrow().id());
    assertEquals("one@7", rules.of("H99.31.07", "COMMUNE").orElseThrow().id());
    assertEquals("late@7", rules.of("H99.31.08", "COMMUNE").orElseThrow().id());
    assertEquals(
        Map.of("dvc", Optional.of(Duration.ofMinutes(450)), "archive", Optional.empty()),
        rules.silence().bySource());
    assertEquals(
        "[07:00-11:00, 13:00-17:00]",
        rules.silence().hours().spans().stream()
            .map(span -> span.from() + "-" + span.to())
            .toList()
            .toString());
  }

  @Test
  void shouldLeaveAsUsualWhatIsNotSaid() {
    AlertRule usual = AlertRule.DEFAULT;
    AlertRule bare = rules("{\"rules\": [{\"name\": \"a\"}]}").rules().getFirst();

    assertEquals("a@1", bare.id());
    assertEquals(0, usual.threshold().compareTo(bare.threshold()));
    assertEquals(0, usual.recovery().compareTo(bare.recovery()));
    assertEquals(usual.window(), bare.window());
    assertEquals(usual.sureAt(), bare.sureAt());
    assertEquals(usual.minimumLate(), bare.minimumLate());
    assertEquals(usual.remindAfterDays(), bare.remindAfterDays());
    assertEquals(usual.escalateAfterWorkingDays(), bare.escalateAfterWorkingDays());
    assertEquals(AlertRules.DEFAULT, rules("{}"));
    assertEquals(
        new SilenceRule(OfficeHours.USUAL, Optional.empty(), Map.of()),
        rules("{\"silence\": {\"afterOfficeHours\": null}}").silence());
  }

  @Test
  void shouldRecoverATenthBelowAThresholdOfItsOwn() {
    AlertRule rule =
        rules("{\"rules\": [{\"name\": \"a\", \"threshold\": 0.03}]}").rules().getFirst();

    assertEquals(0, new BigDecimal("0.027").compareTo(rule.recovery()));
  }

  @Test
  void shouldReadTheExample() throws IOException {
    AlertRules rules = rules(Files.readString(EXAMPLE));

    assertEquals(
        List.of("late@2026-01", "late-province@2026-01", "late-mau-son@2026-01"),
        rules.rules().stream().map(AlertRule::id).toList());
    assertEquals(Window.LEGAL_YEAR, rules.of("H99", "PROVINCE").orElseThrow().window());
    assertEquals(AlertRules.DEFAULT.silence().limit(), rules.silence().limit());
  }

  @Test
  void shouldBeLoadedWithTheOtherFiles() {
    Optional<Path> none = Optional.empty();

    assertEquals(
        3,
        ReferenceLoader.load(none, none, none, none, none, none, Optional.of(EXAMPLE))
            .alerts()
            .rules()
            .size(),
        "without a unit tree nothing is called unknown");
    assertEquals(
        AlertRules.DEFAULT,
        ReferenceLoader.load(none, none, none, none, none, none, none).alerts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": \"7\" | \"version\": 7 | 'version' is missing",
        "\"version\": \"7\" | \"version\": \"7 8\" | version is \"7 8\", expected letters",
        "\"silence\": { | \"silent\": { | unknown key 'silent'",
        "\"name\": \"late\", | \"\": \"late\", | rules[0]: unknown key ''",
        "\"name\": \"late\" | \"name\": \"\" | rules[0]: 'name' is missing",
        "\"name\": \"late\" | \"name\": \"a@b\" | rules[0]: name is \"a@b\", expected letters",
        "\"name\": \"top\" | \"name\": \"late\" | rules[1]: name is \"late\", expected a name that no other",
        "\"threshold\": 0.1 | \"threshold\": 10 | rules[0]: threshold is 10, expected a share above 0 and below 1",
        "\"threshold\": 0.1 | \"threshold\": 0 | threshold is 0, expected a share",
        "\"threshold\": 0.1 | \"threshold\": \"5 %\" | threshold is \"5 %\", expected a number",
        "\"recovery\": 0.08 | \"recovery\": 0.11 | recovery is 0.11, expected a share from 0 to the threshold 0.1",
        "\"recovery\": 0.08 | \"recovery\": -1 | recovery is -1, expected",
        "\"minimumLate\": 3 | \"minimumLate\": 0 | minimumLate is 0, expected a whole number from 1",
        "\"minimumLate\": 3 | \"minimumLate\": 2.5 | minimumLate is 2.5, expected a whole number",
        "\"minimumLate\": 3 | \"minimumLate\": null | minimumLate is null, expected a whole number",
        "\"window\": \"YEAR\" | \"window\": \"DAYS_30\" | window is \"DAYS_30\", expected one of [MONTH",
        "\"window\": \"YEAR\" | \"window\": 1 | window is 1, expected one of",
        "\"sureAt\": 50 | \"sureAt\": 1 | sureAt is 1, expected an evidence above 1",
        "\"remindAfterDays\": 14 | \"remindAfterDays\": 0 | remindAfterDays is 0, expected a whole number from 1 to 365",
        "\"escalateAfterWorkingDays\": 5 | \"escalateAfterWorkingDays\": 366 | escalateAfterWorkingDays is 366, expected",
        "[\"PROVINCE\"] | [\"TINH\"] | rules[1]: levels is [\"TINH\"], expected levels of the unit tree, which are [COMMUNE, PROVINCE]",
        "[\"PROVINCE\"] | \"PROVINCE\" | levels is \"PROVINCE\", expected a list",
        "[\"PROVINCE\"] | [\"PROVINCE\", 1] | expected a list of texts",
        "[\"PROVINCE\"] | [] | rules[1]: units is missing, expected units or levels: another rule is for all already",
        "[\"PROVINCE\"] | [\"PROVINCE\"], \"units\": [\"H99\"] | expected either units or levels",
        "[\"H99.31.07\"] | [\"H99.31.7\"] | rules[2]: units is [\"H99.31.7\"], expected codes of the unit tree; it has no H99.31.7",
        "\"units\": [\"H99.31.07\"] | \"levels\": [\"PROVINCE\"] | rules[2]: levels is [\"PROVINCE\"], expected one rule for each; level PROVINCE has one",
        "\"07:00-11:00\" | \"7-11\" | silence: officeHours is [\"7-11\"",
        "\"07:00-11:00\" | \"11:00-07:00\" | silence: officeHours is",
        "\"07:00-11:00\" | \"07:00-14:00\" | silence: officeHours is",
        "\"07:00-11:00\", \"13:00-17:00\" | '' | silence: officeHours is []",
        "\"afterOfficeHours\": 15 | \"afterOfficeHours\": 0 | afterOfficeHours is 0, expected office hours above 0",
        "\"dvc\": 7.5 | \"dvc\": -1 | silence: sources: dvc is -1, expected office hours above 0",
        "\"archive\": null | \"archive\": \"never\" | silence: sources: archive is \"never\", expected a number",
        "null}}} | null}}} x | not JSON"
      })
  void shouldSayWhatIsWrongAndWhere(String right, String wrong, String says) {
    assertTrue(RULES.contains(right), right);

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> rules(RULES.replace(right, wrong)));

    assertTrue(refused.getMessage().startsWith("alerts.json: "), refused.getMessage());
    assertTrue(refused.getMessage().contains(says), refused.getMessage());
  }

  @Test
  void shouldRefuseNoRulesAndWhatIsNoObject() {
    assertThrows(IllegalArgumentException.class, () -> rules("{\"rules\": []}"));
    assertThrows(IllegalArgumentException.class, () -> rules("{\"rules\": {}}"));
    assertThrows(IllegalArgumentException.class, () -> rules("{\"silence\": null}"));
    assertThrows(IllegalArgumentException.class, () -> rules("[]"));
  }

  private static AlertRules rules(String text) {
    return AlertRulesFile.parse("alerts.json", text, UNITS);
  }

  private static UnitTree tree() {
    try {
      return UnitTree.parse(Files.readString(Path.of("../docs/examples/units.csv"))).orElseThrow();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
