package motcua.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import motcua.core.definition.Answer;
import motcua.core.definition.Definition;
import motcua.core.definition.Effect;
import motcua.core.definition.Refusal;
import motcua.core.ledger.Ratio;
import motcua.core.ledger.VietnameseNumbers;
import motcua.report.ReportRequest;

/** Definitions side by side, as they are written. */
record DefinitionView(
    String scope,
    String from,
    String to,
    String knownOn,
    String base,
    List<AnswerView> definitions) {
  static DefinitionView of(ReportRequest request, List<Answer> answers) {
    Evidence evidence = new Evidence(request);
    return new DefinitionView(
        request.scope(),
        request.from().toString(),
        request.to().toString(),
        request.knownOn() == null ? null : request.knownOn().toString(),
        Definition.STRICT.code(),
        answers.stream().map(answer -> AnswerView.of(answer, evidence)).toList());
  }

  /**
   * What a person reads.
   *
   * @param dossiers how many stand in the way
   */
  static String says(Refusal refusal, long dossiers) {
    return switch (refusal) {
      case PERIOD_NOT_OVER ->
          "Định nghĩa này lấy lúc hết kỳ làm lúc kết thúc của hồ sơ đang giải quyết, nên chỉ tính được khi ngày chốt"
              + " (knownOn, hoặc hôm nay) đứng sau ngày cuối kỳ.";
      case MOMENTS_LEARNED_SINCE ->
          ("Định nghĩa này so theo giờ, mà giờ hẹn và giờ kết thúc chỉ được giữ theo hiểu biết mới nhất; sau ngày chốt đã có"
                  + " tin mới về %s hồ sơ nên không tính được đúng như đã biết vào ngày đó. Bỏ \"knownOn\" để tính theo hiểu biết mới nhất.")
              .formatted(VietnameseNumbers.whole(dossiers));
    };
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AnswerView(
      String code,
      String title,
      String statement,
      String source,
      Long numerator,
      Long denominator,
      String percent,
      Long doubtful,
      List<CauseView> causes,
      List<CauseView> doubts,
      List<LeftOutView> leftOut,
      List<String> notes,
      ProblemView problem) {
    static AnswerView of(Answer answer, Evidence evidence) {
      Definition definition = answer.definition();
      return switch (answer) {
        case Answer.Figure figure -> figure(definition, figure, evidence);
        case Answer.Refused refused ->
            new AnswerView(
                definition.code(),
                definition.title(),
                definition.statement(),
                definition.source(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                definition.notes(),
                ProblemView.of(refused));
      };
    }

    private static AnswerView figure(
        Definition definition, Answer.Figure figure, Evidence evidence) {
      Ratio.Value value = figure.value();
      return new AnswerView(
          definition.code(),
          definition.title(),
          definition.statement(),
          definition.source(),
          value.numerator(),
          value.denominator(),
          VietnameseNumbers.percent(value),
          figure.doubtful(),
          CauseView.of(figure.effects(), evidence),
          CauseView.of(figure.doubts(), evidence),
          definition.leftOut().stream()
              .map(column -> new LeftOutView(column.code(), evidence.of(column)))
              .toList(),
          definition.notes(),
          null);
    }
  }

  /** As RFC 9457 has it, for one definition of several. */
  record ProblemView(String type, String title, int status, String detail) {
    static ProblemView of(Answer.Refused refused) {
      return new ProblemView(
          "about:blank", "Không tính được", 409, says(refused.refusal(), refused.dossiers()));
    }
  }

  record CauseView(
      String code,
      String meaning,
      long dossiers,
      long numerator,
      long denominator,
      String evidence) {
    static List<CauseView> of(List<Effect> effects, Evidence evidence) {
      return effects.stream()
          .map(
              effect ->
                  new CauseView(
                      effect.cause().code(),
                      effect.cause().meaning(),
                      effect.dossiers(),
                      effect.numerator(),
                      effect.denominator(),
                      evidence.of(effect.cause())))
          .toList();
    }
  }

  record LeftOutView(String column, String evidence) {}
}
