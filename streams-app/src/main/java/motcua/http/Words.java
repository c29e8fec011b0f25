package motcua.http;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import motcua.core.form.FormPreset;
import motcua.readmodel.Breakdown;

/** Words that several requests take, with what they mean. */
final class Words {
  /** How a report is split. */
  static final Map<String, Breakdown> BREAKDOWNS =
      Map.of("none", Breakdown.NONE, "field", Breakdown.FIELD, "procedure", Breakdown.PROCEDURE);

  /** What it is printed with. */
  static final Map<String, FormPreset> FORMS =
      Arrays.stream(FormPreset.values())
          .collect(Collectors.toMap(FormPreset::code, Function.identity()));

  private Words() {}
}
