package motcua.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import motcua.alert.ActNotSentException;
import motcua.alert.ActRefusedException;
import motcua.alert.UnknownAlertException;
import motcua.core.publication.ReadingFault;
import motcua.export.TooLongException;
import motcua.readmodel.JournalOffException;
import motcua.readmodel.StoreUnavailableException;
import motcua.reconciliation.UnreadableFiguresException;
import motcua.report.InstantLedgerException;
import motcua.report.JournalBehindException;
import motcua.report.UnitOutsideScopeException;
import motcua.report.UnknownScopeException;
import motcua.snapshot.BooksBehindException;
import motcua.snapshot.RefusedException;
import motcua.snapshot.UnknownSnapshotException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the words of a user, as RFC 9457 has it, why a request was not answered. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** All of them stand beside. */
  private static final int FAULTS_IN_WORDS = 5;

  private Failures() {}

  static void answer(RoutesConfig routes) {
    routes.exception(
        ProblemException.class,
        (problem, context) ->
            Responses.problem(context, problem.status(), problem.title(), problem.getMessage()));
    routes.exception(
        UnknownScopeException.class,
        (unknown, context) -> {
          ProblemException problem = LiveApi.unknownScope(unknown.scope());
          Responses.problem(context, problem.status(), problem.title(), problem.getMessage());
        });
    routes.exception(
        UnitOutsideScopeException.class,
        (outside, context) ->
            Responses.problem(
                context,
                400,
                "Yêu cầu không hợp lệ",
                "Đơn vị \"%s\" không thuộc phạm vi \"%s\"."
                    .formatted(outside.unit(), outside.scope())));
    routes.exception(
        UnreadableFiguresException.class,
        (unreadable, context) -> {
          List<ReadingFault> faults = unreadable.faults();
          Responses.problem(
              context,
              400,
              "Số liệu chưa đọc được",
              "Có %d chỗ sai, chưa đối chiếu gì. %s%s."
                  .formatted(
                      faults.size(),
                      faults.stream()
                          .limit(FAULTS_IN_WORDS)
                          .map(ReadingFault::text)
                          .collect(Collectors.joining("; ")),
                      faults.size() > FAULTS_IN_WORDS ? "; còn nữa" : ""),
              Map.of("errors", faults));
        });
    routes.exception(
        JournalOffException.class,
        (off, context) ->
            Responses.problem(context, 409, "Nhật ký bút toán đã tắt", JournalOff.DETAIL));
    routes.exception(
        InstantLedgerException.class,
        (byMoments, context) ->
            Responses.problem(context, 409, "Sổ tính theo giờ", InstantLedger.DETAIL));
    routes.exception(
        JournalBehindException.class,
        (behind, context) -> {
          LOG.info("no list of dossiers: {}", behind.getMessage());
          Responses.problem(
              context.header("Retry-After", "1"),
              503,
              "Số liệu đang được cập nhật",
              "Sổ và nhật ký chưa tới cùng một điểm nên danh sách chưa khớp với con số; thử lại sau giây lát.");
        });
    routes.exception(
        TooLongException.class,
        (tooLong, context) ->
            Responses.problem(context, 422, "Bảng quá dài", DocumentRequest.TOO_LONG));
    routes.exception(
        RefusedException.class,
        (refused, context) ->
            Responses.problem(
                context, 409, "Không công bố được", SnapshotApi.says(refused.refusal())));
    routes.exception(
        BooksBehindException.class,
        (behind, context) -> {
          LOG.info("nothing published: {}", behind.getMessage());
          Responses.problem(
              context.header("Retry-After", "60"),
              503,
              "Số liệu chưa về đủ",
              "Hệ thống còn đang ghi sổ những gì đã nhận nên chưa công bố được; thử lại sau ít phút.");
        });
    routes.exception(
        UnknownSnapshotException.class,
        (unknown, context) ->
            Responses.problem(
                context, 404, "Không tìm thấy", "Không có báo cáo đã lưu với số này."));
    alerts(routes);
    routes.exception(
        StoreUnavailableException.class,
        (away, context) -> {
          LOG.warn("read model away", away);
          Responses.problem(
              context,
              503,
              "Tạm thời không phục vụ được",
              "Cơ sở dữ liệu chưa trả lời; thử lại sau ít phút.");
        });
    routes.exception(Exception.class, Failures::failed);
    routes.error(404, Failures::notFound);
    routes.error(
        405,
        context ->
            Responses.problem(
                context,
                405,
                "Phương thức không được dùng",
                "Đường dẫn này không nhận " + context.method() + "."));
  }

  /**
   * Must not throw: the server has a failed answer to a failure handled again, without end. When
   * who asked is gone, request and answer refuse every question.
   */
  private static void failed(Exception fault, Context context) {
    try {
      LOG.error("request failed, path {}", context.path(), fault);
      Responses.problem(
          context,
          500,
          "Lỗi của hệ thống",
          "Yêu cầu không thực hiện được; lỗi đã được ghi vào nhật ký của hệ thống.");
    } catch (RuntimeException gone) {
      LOG.debug("nobody waits for an answer any more", fault);
    }
  }

  private static void alerts(RoutesConfig routes) {
    routes.exception(
        UnknownAlertException.class,
        (unknown, context) ->
            Responses.problem(
                context,
                404,
                "Không tìm thấy",
                "Không có cảnh báo \"%s\"; xem các cảnh báo ở /api/alerts."
                    .formatted(unknown.alert())));
    routes.exception(
        ActRefusedException.class,
        (refused, context) ->
            Responses.problem(
                context, 409, "Không thực hiện được", AlertActApi.says(refused.refusal())));
    routes.exception(
        ActNotSentException.class,
        (unsent, context) -> {
          LOG.warn("an act on an alert waits to be sent", unsent);
          Responses.problem(
              context.header("Retry-After", "15"),
              503,
              "Chưa chuyển đi được",
              "Thao tác đã được lưu nhưng chưa chuyển tới nơi xử lý; hệ thống sẽ tự gửi lại. Xem lại cảnh báo sau ít phút, chưa cần làm lại.");
        });
  }

  /** For paths nobody serves; an API's own 404 already says what is missing. */
  private static void notFound(Context context) {
    String type = context.res().getContentType();
    if (type == null || !type.startsWith("application/problem+json")) {
      Responses.problem(
          context,
          404,
          "Không tìm thấy",
          "Không có đường dẫn này; xem các đường dẫn ở /api/openapi.json.");
    }
  }
}
