package motcua.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import motcua.core.alert.AlertRule;
import motcua.core.alert.AlertRules;
import motcua.core.period.Window;
import motcua.core.unit.UnitRow;
import motcua.core.unit.UnitTree;

/**
 * Rules of alerts as JSON (docs/alerts.md). What is left out is as in {@link AlertRules#DEFAULT}; a
 * rule's id is its name and the file's version.
 */
final class AlertRulesFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final String FIRST_VERSION = "1";
  private static final int LONGEST_DAYS = 365;

  /** 4.5 % of 5 %. */
  private static final BigDecimal USUAL_RECOVERY = new BigDecimal("0.9");

  private final UnitTree units;
  private final Set<String> levels;

  /** What has a rule already: a unit, a level, or all. */
  private final Set<String> given = new HashSet<>();

  private AlertRulesFile(UnitTree units) {
    this.units = units;
    this.levels =
        units.rows().stream()
            .flatMap(List::stream)
            .map(UnitRow::level)
            .filter(level -> level != null && !level.isBlank())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Reads it.
   *
   * @param units whose codes and levels the rules may name; an empty tree knows all
   * @throws IllegalArgumentException with the place in the file and what was expected there
   */
  static AlertRules parse(String file, String text, UnitTree units) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s: line %d: not JSON: %s"
              .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
    return new AlertRulesFile(units)
        .rules(JsonFields.of(file, json, "version", "rules", "silence"));
  }

  private AlertRules rules(JsonFields file) {
    String version = name(file, "version", FIRST_VERSION);
    List<AlertRule> rules = AlertRules.DEFAULT.rules();
    if (file.has("rules")) {
      rules = file.list("rules").stream().map(json -> rule(json, version)).toList();
      if (rules.isEmpty()) {
        throw file.wrong("rules", "at least one rule");
      }
    }
    return new AlertRules(rules, SilenceFields.of(file));
  }

  private AlertRule rule(JsonFields json, String version) {
    json.only(
        "name",
        "threshold",
        "recovery",
        "minimumLate",
        "window",
        "sureAt",
        "remindAfterDays",
        "escalateAfterWorkingDays",
        "levels",
        "units");
    String name = name(json, "name", null);
    if (!given.add("rule " + name)) {
      throw json.wrong("name", "a name that no other rule has");
    }
    AlertRule usual = AlertRule.DEFAULT;
    BigDecimal threshold = threshold(json);
    return new AlertRule(
        name + "@" + version,
        threshold,
        recovery(json, threshold),
        json.integer("minimumLate", 1, 1_000_000).orElse(usual.minimumLate()),
        window(json).orElse(usual.window()),
        sureAt(json).orElse(usual.sureAt()),
        json.integer("remindAfterDays", 1, LONGEST_DAYS).orElse(usual.remindAfterDays()),
        json.integer("escalateAfterWorkingDays", 1, LONGEST_DAYS)
            .orElse(usual.escalateAfterWorkingDays()),
        levels(json),
        units(json));
  }

  /** Part of an id: without the marks that part ids. */
  private static String name(JsonFields json, String key, String absent) {
    if (!json.has(key) && absent != null) {
      return absent;
    }
    String name = json.text(key);
    if (!name.matches("[\\p{L}\\p{N}._-]{1,50}")) {
      throw json.wrong(key, "letters, digits, '.', '_' and '-', at most 50");
    }
    return name;
  }

  private static BigDecimal threshold(JsonFields json) {
    BigDecimal share = json.number("threshold").orElse(AlertRule.DEFAULT.threshold());
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
      throw json.wrong("threshold", "a share above 0 and below 1, such as 0.05");
    }
    return share;
  }

  private static BigDecimal recovery(JsonFields json, BigDecimal threshold) {
    BigDecimal share = json.number("recovery").orElse(threshold.multiply(USUAL_RECOVERY));
    if (share.signum() < 0 || share.compareTo(threshold) > 0) {
      throw json.wrong("recovery", "a share from 0 to the threshold " + threshold.toPlainString());
    }
    return share;
  }

  private static Optional<Double> sureAt(JsonFields json) {
    return json.number("sureAt")
        .map(
            value -> {
              if (value.compareTo(BigDecimal.ONE) <= 0) {
                throw json.wrong("sureAt", "an evidence above 1, such as 20");
              }
              return value.doubleValue();
            });
  }

  private static Optional<Window> window(JsonFields json) {
    if (!json.has("window")) {
      return Optional.empty();
    }
    List<Window> known =
        Arrays.stream(Window.values()).filter(window -> !window.isRolling()).toList();
    String text = json.optionalText("window");
    return Optional.of(
        known.stream()
            .filter(window -> window.name().equals(text))
            .findFirst()
            .orElseThrow(() -> json.wrong("window", "one of " + known)));
  }

  private Set<String> levels(JsonFields json) {
    Set<String> named = json.texts("levels");
    for (String level : named) {
      if (!units.isEmpty() && !levels.contains(level)) {
        throw json.wrong("levels", "levels of the unit tree, which are " + levels);
      }
      claim(json, "levels", "level " + level);
    }
    return named;
  }

  private Set<String> units(JsonFields json) {
    Set<String> named = json.texts("units");
    for (String unit : named) {
      if (!units.isScope(unit)) {
        throw json.wrong("units", "codes of the unit tree; it has no " + unit);
      }
      claim(json, "units", "unit " + unit);
    }
    boolean forLevels = !json.texts("levels").isEmpty();
    if (!named.isEmpty() && forLevels) {
      throw json.wrong("units", "either units or levels");
    }
    if (named.isEmpty() && !forLevels && !given.add("all")) {
      throw json.wrong("units", "units or levels: another rule is for all already");
    }
    return named;
  }

  /** The second of two rules would never hold. */
  private void claim(JsonFields json, String key, String what) {
    if (!given.add(what)) {
      throw json.wrong(key, "one rule for each; %s has one already".formatted(what));
    }
  }
}
