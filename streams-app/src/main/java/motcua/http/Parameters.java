package motcua.http;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Query parameters of one request: each known, given at most once, and read strictly. */
final class Parameters {
  private final Map<String, List<String>> given;

  private Parameters(Map<String, List<String>> given) {
    this.given = given;
  }

  /** The parameters of a request that knows exactly these names. */
  static Parameters of(Context context, String... known) {
    return of(context.queryParamMap(), known);
  }

  /** As given some other way. */
  static Parameters of(Map<String, List<String>> given, String... known) {
    List<String> names = List.of(known);
    for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
      if (!names.contains(parameter.getKey())) {
        throw ProblemException.badRequest(
            "Tham số \"%s\" không có ở đây. Các tham số được dùng: %s."
                .formatted(
                    parameter.getKey(),
                    names.isEmpty() ? "không có" : String.join(", ", new TreeSet<>(names))));
      }
      if (parameter.getValue().size() > 1) {
        throw ProblemException.badRequest(
            "Tham số \"%s\" được ghi nhiều lần; chỉ ghi một lần.".formatted(parameter.getKey()));
      }
    }
    return new Parameters(given);
  }

  /** The value; empty when it is not given or blank. */
  Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name))
        .map(values -> values.getFirst().strip())
        .filter(value -> !value.isEmpty());
  }

  /** The value as it stands, blank too; empty when it is not given. */
  Optional<String> value(String name) {
    return Optional.ofNullable(given.get(name)).map(List::getFirst);
  }

  /** A day as 2024-07-01. */
  Optional<LocalDate> day(String name) {
    return text(name).map(value -> parseDay(name, value));
  }

  private static LocalDate parseDay(String name, String value) {
    try {
      LocalDate day = LocalDate.parse(value);
      if (day.getYear() < 1 || day.getYear() > 9999) {
        throw new DateTimeParseException("year", value, 0);
      }
      return day;
    } catch (DateTimeParseException unreadable) {
      throw ProblemException.badRequest(
          "Ngày \"%s\" của tham số \"%s\" không đọc được; ghi theo dạng năm-tháng-ngày, ví dụ 2024-07-01."
              .formatted(value, name));
    }
  }

  /** A whole number in a range. */
  int number(String name, int otherwise, int least, int most) {
    return text(name).map(value -> parseNumber(name, value, least, most)).orElse(otherwise);
  }

  private static int parseNumber(String name, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException unreadable) {
      // Said below, as for a number out of range.
    }
    throw ProblemException.badRequest(
        "Tham số \"%s\" phải là số nguyên từ %d đến %d, không phải \"%s\"."
            .formatted(name, least, most, value));
  }

  /** One of several words. */
  <T> T word(String name, T otherwise, Map<String, T> words) {
    Function<String, T> read =
        value -> {
          T meaning = words.get(value);
          if (meaning == null) {
            throw ProblemException.badRequest(
                "Tham số \"%s\" phải là một trong: %s; không phải \"%s\"."
                    .formatted(name, String.join(", ", new TreeSet<>(words.keySet())), value));
          }
          return meaning;
        };
    return text(name).map(read).orElse(otherwise);
  }
}
