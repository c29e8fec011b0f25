package motcua.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import motcua.core.ledger.Ratio;
import motcua.core.score.Criterion;
import motcua.core.score.Decision;
import motcua.core.score.ScoringTable;
import motcua.core.score.Step;

/**
 * A scoring table as JSON (docs/definitions.md). Points are numbers, or {@code "unknown"} where the
 * decision as one has it does not say; then the criterion's note must.
 */
final class ScoringFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final String UNKNOWN = "unknown";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ScoringFile() {}

  static ScoringTable parse(String file, String text) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s: line %d: not JSON: %s"
              .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
    JsonFields table = JsonFields.of(file, json, "decisions");
    List<Decision> decisions =
        table.list("decisions").stream()
            .map(ScoringFile::decision)
            .sorted(Comparator.comparing(Decision::validFrom))
            .toList();
    if (decisions.isEmpty()) {
      throw table.wrong("decisions", "at least one decision");
    }
    for (int next = 1; next < decisions.size(); next++) {
      if (decisions.get(next - 1).holdsOn(decisions.get(next).validFrom())) {
        throw new IllegalArgumentException(
            "%s: decisions %s and %s both hold on %s: end the first with validTo"
                .formatted(
                    file,
                    decisions.get(next - 1).number(),
                    decisions.get(next).number(),
                    decisions.get(next).validFrom()));
      }
    }
    return new ScoringTable(decisions);
  }

  private static Decision decision(JsonFields json) {
    json.only("number", "issuer", "issuedOn", "validFrom", "validTo", "total", "note", "criteria");
    LocalDate validFrom = json.day("validFrom").orElseThrow(() -> json.missing("validFrom"));
    Optional<LocalDate> validTo = json.day("validTo");
    if (validTo.isPresent() && validTo.get().isBefore(validFrom)) {
      throw json.wrong("validTo", "a day not before validFrom");
    }
    List<Criterion> criteria = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (JsonFields each : json.list("criteria")) {
      Criterion criterion = criterion(each);
      if (!codes.add(criterion.code())) {
        throw each.wrong("code", "a code that no other criterion has");
      }
      criteria.add(criterion);
    }
    if (criteria.isEmpty()) {
      throw json.wrong("criteria", "at least one criterion");
    }
    return new Decision(
        json.text("number"),
        json.text("issuer"),
        json.day("issuedOn"),
        validFrom,
        validTo,
        json.number("total"),
        json.optionalText("note"),
        criteria);
  }

  private static Criterion criterion(JsonFields json) {
    json.only("code", "title", "ratio", "max", "steps", "otherwise", "note");
    Ratio ratio =
        Ratio.of(json.text("ratio"))
            .orElseThrow(
                () ->
                    json.wrong(
                        "ratio",
                        Arrays.stream(Ratio.values())
                            .map(Ratio::code)
                            .collect(Collectors.joining(", ", "one of ", ""))));
    BigDecimal max =
        json.number("max")
            .filter(points -> points.signum() > 0)
            .orElseThrow(() -> json.wrong("max", "a number above 0"));
    List<Step> steps = json.list("steps").stream().map(step -> step(step, max)).toList();
    for (int next = 1; next < steps.size(); next++) {
      if (!isBelow(steps.get(next), steps.get(next - 1))) {
        throw json.wrong("steps", "thresholds from the highest to the lowest");
      }
    }
    Optional<BigDecimal> otherwise =
        UNKNOWN.equals(json.optionalText("otherwise"))
            ? Optional.empty()
            : Optional.of(points(json, "otherwise", max));
    String note = json.optionalText("note");
    if (otherwise.isEmpty() && note.isBlank()) {
      throw json.wrong("note", "a note that says what is unknown");
    }
    return new Criterion(json.text("code"), json.text("title"), ratio, max, steps, otherwise, note);
  }

  /** Reaching "above 50" needs more than "at least 50": of the two it is the higher. */
  private static boolean isBelow(Step step, Step higher) {
    int order = step.percent().compareTo(higher.percent());
    return order < 0 || (order == 0 && step.inclusive() && !higher.inclusive());
  }

  private static Step step(JsonFields json, BigDecimal max) {
    json.only("atLeast", "above", "points");
    Optional<BigDecimal> atLeast = json.number("atLeast");
    Optional<BigDecimal> above = json.number("above");
    if (atLeast.isPresent() == above.isPresent()) {
      throw json.wrong("atLeast", "a percentage, under atLeast or above, not both");
    }
    BigDecimal percent = atLeast.or(() -> above).orElseThrow();
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      throw json.wrong(atLeast.isPresent() ? "atLeast" : "above", "a percentage from 0 to 100");
    }
    return new Step(percent, atLeast.isPresent(), points(json, "points", max));
  }

  private static BigDecimal points(JsonFields json, String name, BigDecimal max) {
    return json.number(name)
        .filter(points -> points.signum() >= 0 && points.compareTo(max) <= 0)
        .orElseThrow(() -> json.wrong(name, "points from 0 to " + max.toPlainString()));
  }
}
