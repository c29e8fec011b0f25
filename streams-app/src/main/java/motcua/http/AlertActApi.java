package motcua.http;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import motcua.alert.ActRefusedException;
import motcua.alert.Handling;
import motcua.core.calendar.VietnamDay;
import motcua.readmodel.AlertAct;
import motcua.readmodel.AlertStanding;

/** {@code /api/alerts/{id}/acknowledgement}: who takes care of an alert. */
final class AlertActApi {
  private static final int MOST_DAYS = 30;
  private static final int LONGEST_AUTHOR = 200;
  private static final int LONGEST_NOTE = 2_000;

  private final WebParts parts;
  private final AlertComposer composer;

  AlertActApi(WebParts parts) {
    this.parts = parts;
    this.composer = new AlertComposer(parts);
  }

  /** {@code POST}: somebody takes care of it. */
  void acknowledge(Context context) throws InterruptedException {
    Parameters parameters = JsonBody.of(context, "author", "note", "until");
    String author = required(parameters, "author", LONGEST_AUTHOR);
    String note = required(parameters, "note", LONGEST_NOTE);
    Instant until = until(required(parameters, "until", LONGEST_AUTHOR));
    accepted(context, handling().acknowledge(context.pathParam("id"), author, note, until));
  }

  /** {@code DELETE}: somebody takes that back. */
  void undo(Context context) throws InterruptedException {
    Parameters parameters = JsonBody.of(context, "author", "note");
    String author = required(parameters, "author", LONGEST_AUTHOR);
    String note = required(parameters, "note", LONGEST_NOTE);
    accepted(context, handling().undo(context.pathParam("id"), author, note));
  }

  /** The act is on its way; the alert as it stands until it has arrived. */
  private void accepted(Context context, AlertAct act) {
    AlertStanding alert = parts.alerts().alerts().find(act.alert()).orElseThrow();
    Responses.json(
        context.status(202), composer.view(alert, handling().waiting().get(act.alert())));
  }

  private Handling handling() {
    return parts.alerts().handling();
  }

  private static String required(Parameters parameters, String name, int longest) {
    String text =
        parameters
            .text(name)
            .orElseThrow(() -> ProblemException.badRequest("Thiếu \"%s\".".formatted(name)));
    if (text.length() > longest) {
      throw ProblemException.badRequest(
          "\"%s\" dài hơn %d ký tự; viết ngắn lại.".formatted(name, longest));
    }
    return text;
  }

  /** A day is meant with all its hours. */
  private Instant until(String text) {
    Instant until;
    try {
      until =
          text.indexOf('T') < 0
              ? VietnamDay.startOf(LocalDate.parse(text).plusDays(1))
              : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw ProblemException.badRequest(
          "\"until\" (%s) không đọc được; ghi ngày như 2024-07-01 hoặc thời điểm như 2024-07-01T17:00:00+07:00."
              .formatted(text));
    }
    if (!until.isAfter(composer.now())) {
      throw ProblemException.badRequest(
          "\"until\" (%s) đã qua; chọn một thời điểm sau.".formatted(text));
    }
    if (until.isAfter(VietnamDay.startOf(composer.today().plusDays(MOST_DAYS + 1)))) {
      throw ProblemException.badRequest(
          "\"until\" (%s) xa quá %d ngày; chọn gần hơn rồi xác nhận lại khi hết hạn."
              .formatted(text, MOST_DAYS));
    }
    return until;
  }

  /** What a person reads. */
  static String says(ActRefusedException.Refusal refusal) {
    return switch (refusal) {
      case OVER -> "Cảnh báo này đã hết hiệu lực nên không còn gì để xác nhận.";
      case OF_OTHER_KIND ->
          "Chỉ xác nhận được cảnh báo tỷ lệ trễ hạn; cảnh báo loại này không có người nhận xử lý.";
      case NOT_ACKNOWLEDGED -> "Cảnh báo này chưa được xác nhận nên không có gì để hủy.";
    };
  }
}
