package motcua.http;

import java.time.LocalDate;
import java.util.Map;
import motcua.core.period.Period;
import motcua.core.period.Reckoning;

/** The period of a request: {@code from} and {@code to}, or {@code period} and {@code calendar}. */
final class ReportPeriod {
  private static final Map<String, Reckoning> RECKONINGS =
      Map.of("legal", Reckoning.LEGAL, "calendar", Reckoning.CALENDAR);

  private ReportPeriod() {}

  static Period of(Parameters parameters) {
    if (parameters.text("period").isPresent()) {
      return named(parameters);
    }
    if (parameters.text("calendar").isPresent()) {
      throw ProblemException.badRequest("Tham số \"calendar\" chỉ dùng cùng với \"period\".");
    }
    LocalDate from = required(parameters, "from");
    LocalDate to = required(parameters, "to");
    if (to.isBefore(from)) {
      throw ProblemException.badRequest(
          "Kỳ báo cáo bị đảo ngược: ngày cuối %s đứng trước ngày đầu %s.".formatted(to, from));
    }
    return new Period(from, to);
  }

  private static LocalDate required(Parameters parameters, String name) {
    return parameters
        .day(name)
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    "Thiếu kỳ báo cáo: ghi \"from\" và \"to\" (ví dụ from=2024-07-01&to=2024-09-14), hoặc \"period\" (ví dụ period=2024-Q3&calendar=legal)."));
  }

  private static Period named(Parameters parameters) {
    if (parameters.text("from").isPresent() || parameters.text("to").isPresent()) {
      throw ProblemException.badRequest(
          "Ghi \"period\" hoặc \"from\" và \"to\", không ghi cả hai.");
    }
    String name = parameters.text("period").orElseThrow();
    return Period.parse(name, parameters.word("calendar", Reckoning.LEGAL, RECKONINGS))
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    "Kỳ \"%s\" không đọc được; các dạng: 2024-07, 2024-Q3, 2024-H1, 2024-9M, 2024."
                        .formatted(name)));
  }
}
