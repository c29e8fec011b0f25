package motcua.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import motcua.core.definition.Cause;
import motcua.core.definition.Moment;
import motcua.core.ledger.Column;
import motcua.report.ReportRequest;

/** Where the dossiers behind a number of a request are listed: paths of this API. */
final class Evidence {
  private final String parameters;

  Evidence(ReportRequest request) {
    List<String> pairs = new ArrayList<>();
    pairs.add("scope=" + encoded(request.scope()));
    pairs.add("from=" + request.from());
    pairs.add("to=" + request.to());
    if (request.knownOn() != null) {
      pairs.add("knownOn=" + request.knownOn());
    }
    this.parameters = String.join("&", pairs);
  }

  /** The dossiers of a cause. */
  String of(Cause cause) {
    return cause.column().map(this::of).orElseGet(() -> of(cause.moment().orElseThrow()));
  }

  /** The dossiers of a column's total. */
  String of(Column column) {
    return "/api/report/dossiers?column=%s&%s".formatted(column.code(), parameters);
  }

  /** The dossiers of several columns, one list each. */
  List<String> of(List<Column> columns) {
    return columns.stream().map(this::of).toList();
  }

  /** What explains the definitions themselves. */
  String definitions() {
    return "/api/definitions?" + parameters;
  }

  private String of(Moment moment) {
    return "/api/definitions/dossiers?moment=%s&%s".formatted(moment.code(), parameters);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
