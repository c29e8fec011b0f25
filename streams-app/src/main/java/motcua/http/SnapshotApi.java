package motcua.http;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import motcua.core.form.FormPreset;
import motcua.core.snapshot.Refusal;
import motcua.core.snapshot.RevisionKind;
import motcua.http.SnapshotViews.ChangeView;
import motcua.http.SnapshotViews.HeadView;
import motcua.readmodel.Breakdown;
import motcua.readmodel.Snapshot;
import motcua.readmodel.SnapshotSubject;
import motcua.snapshot.Order;
import motcua.snapshot.Proposal;
import motcua.snapshot.Snapshots;

/** {@code /api/snapshots}: published reports and their versions. */
final class SnapshotApi {
  private static final int PAGE_SIZE = 50;
  private static final int LAST_PAGE = 1_000_000;
  private static final Map<String, Boolean> YES_NO = Map.of("true", true, "false", false);
  private static final Map<String, RevisionKind> KINDS =
      Arrays.stream(RevisionKind.values())
          .collect(Collectors.toMap(Enum::name, Function.identity()));

  private final Snapshots snapshots;
  private final SnapshotAnswers answers;

  SnapshotApi(Snapshots snapshots) {
    this.snapshots = snapshots;
    this.answers = new SnapshotAnswers(snapshots);
  }

  /** {@code GET /api/snapshots}. */
  void list(Context context) {
    int page = Parameters.of(context, "page").number("page", 1, 1, LAST_PAGE);
    Responses.json(
        context,
        snapshots.list((page - 1) * PAGE_SIZE, PAGE_SIZE).stream().map(HeadView::of).toList());
  }

  /** {@code POST /api/snapshots}: provisional, or final with {@code "publish": true}. */
  void post(Context context) {
    Parameters parameters =
        JsonBody.of(
            context,
            "scope",
            "from",
            "to",
            "period",
            "calendar",
            "knownOn",
            "by",
            "form",
            "author",
            "publish",
            "overlapping");
    Order order =
        new Order(
            new SnapshotSubject(
                required(parameters, "scope"),
                ReportPeriod.of(parameters),
                parameters.word("by", Breakdown.NONE, Words.BREAKDOWNS)),
            parameters.day("knownOn").orElse(null),
            parameters.word("form", FormPreset.STRICT, Words.FORMS),
            required(parameters, "author"));
    boolean publish = parameters.word("publish", false, YES_NO);
    boolean overlapping = parameters.word("overlapping", false, YES_NO);
    created(context, publish ? snapshots.publish(order, overlapping) : snapshots.prepare(order));
  }

  /** {@code POST /api/snapshots/{id}/revisions}. */
  void revise(Context context) {
    long id = id(context);
    Parameters parameters = JsonBody.of(context, "knownOn", "kind", "reason", "author");
    RevisionKind kind = parameters.word("kind", null, KINDS);
    if (kind == null) {
      throw missing("kind");
    }
    LocalDate cut = parameters.day("knownOn").orElse(null);
    created(
        context,
        snapshots.revise(
            id, cut, kind, required(parameters, "reason"), required(parameters, "author")));
  }

  private void created(Context context, Snapshot made) {
    context.status(201).header("Location", "/api/snapshots/" + made.head().id());
    Responses.json(context, answers.of(made));
  }

  /** {@code GET /api/snapshots/{id}}. */
  void get(Context context) {
    Parameters.of(context);
    Responses.json(context, answers.of(snapshots.find(id(context))));
  }

  /** {@code GET /api/snapshots/{id}/body}: exactly the bytes that the SHA-256 is over. */
  void body(Context context) {
    Parameters.of(context);
    Snapshot snapshot = snapshots.find(id(context));
    context.header("Digest", "sha-256=:" + base64(snapshot.sha256()) + ":");
    Responses.json(context, snapshot.body());
  }

  private static String base64(String hex) {
    return java.util.Base64.getEncoder().encodeToString(java.util.HexFormat.of().parseHex(hex));
  }

  /** {@code GET /api/snapshots/{id}/proposal}: what a revision would change now. */
  void proposal(Context context) {
    Parameters.of(context);
    Proposal proposal = snapshots.proposal(id(context));
    Responses.json(
        context,
        new ProposalView(
            HeadView.of(proposal.snapshot()),
            proposal.cut().toString(),
            ChangeView.of(proposal.changes())));
  }

  /** What a person reads. */
  static String says(Refusal refusal) {
    return switch (refusal) {
      case PERIOD_NOT_ENDED ->
          "Kỳ báo cáo chưa kết thúc, hoặc ngày cuối kỳ chưa khóa; số liệu chỉ được công bố sau đó.";
      case CUT_NOT_CLOSED ->
          "Ngày chốt chưa khóa: còn có thể nhận thêm số liệu. Chọn một ngày đã qua.";
      case CUT_BEFORE_END -> "Ngày chốt đứng trước ngày cuối kỳ báo cáo.";
      case ALREADY_PUBLISHED ->
          "Báo cáo của phạm vi và kỳ này đã được công bố; muốn sửa thì ra bản điều chỉnh.";
      case OVERLAPS_PUBLISHED ->
          "Kỳ này chồng lấn một phần với một kỳ đã công bố của cùng phạm vi, nên có hồ sơ sẽ nằm trong cả hai."
              + " Nếu đúng là muốn vậy thì chọn \"chồng lấn\" (overlapping) khi công bố.";
      case NOT_PUBLISHED -> "Đây là bản tạm tính, chưa công bố nên không có gì để điều chỉnh.";
      case NOT_THE_LATEST -> "Đã có bản mới hơn; hãy điều chỉnh bản mới nhất.";
      case CUT_BEFORE_THE_REVISED -> "Ngày chốt đứng trước ngày chốt của bản được điều chỉnh.";
      case NOTHING_CHANGED ->
          "Số liệu không đổi so với bản đã công bố nên không có gì để điều chỉnh.";
    };
  }

  /** The number in the path; one that is none is not found. */
  static long id(Context context) {
    String text = context.pathParam("id");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException none) {
      throw ProblemException.notFound("Không có báo cáo số \"%s\".".formatted(text));
    }
  }

  private static String required(Parameters parameters, String name) {
    return parameters.text(name).orElseThrow(() -> missing(name));
  }

  private static ProblemException missing(String name) {
    return ProblemException.badRequest("Thiếu \"%s\".".formatted(name));
  }

  private record ProposalView(HeadView published, String knownOn, List<ChangeView> changes) {}
}
