package motcua.core.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** One sentence in Vietnamese for each fault. */
public final class FaultText {
  private FaultText() {}

  /** The sentence, without a mark and without a full stop. */
  public static String of(Fault fault) {
    return switch (fault) {
      case Fault.SumFails sum -> sumFails(sum);
      case Fault.PercentUnreachable f ->
          "%s không là tỷ lệ của số nguyên nào trên %s%s"
              .formatted(
                  PrintedNumber.percent(f.percent()),
                  bases(f.triedBases()),
                  atLeast(f.smallestBase()));
      case Fault.FractionMismatch f -> mismatch(f);
      case Fault.PartExceedsWhole(Fault.Named part, Fault.Named whole) ->
          "%s (%s) nhiều hơn %s (%s)"
              .formatted(
                  MetricNames.metric(part.name()),
                  number(part),
                  MetricNames.metric(whole.name()),
                  number(whole));
      case Fault.RateAboveHundred(BigDecimal value) ->
          "in là tỷ lệ nhưng lớn hơn 100: " + PrintedNumber.number(value) + ", có vẻ là số lượng";
      case Fault.RecordedByReader f ->
          "người đọc báo cáo đã ghi nhận con số này mâu thuẫn với chỗ khác trong báo cáo";
      case Fault.PercentUnproven f -> unproven(f);
      case Fault.SplitNotStated(BigDecimal total) ->
          "không tách còn hạn và quá hạn: quá hạn chưa giải quyết nằm giữa 0 và "
              + PrintedNumber.number(total);
    };
  }

  private static String sumFails(Fault.SumFails sum) {
    BigDecimal gap = sum.whole().value().subtract(sum.sum());
    String parts = sum.parts().stream().map(FaultText::number).collect(Collectors.joining(" + "));
    String text =
        "%s = %s, công bố %s: %s %s không giải thích được"
            .formatted(
                parts,
                PrintedNumber.number(sum.sum()),
                number(sum.whole()),
                gap.signum() > 0 ? "thiếu" : "thừa",
                PrintedNumber.number(gap.abs()));
    return sum.notStated().isEmpty()
        ? text
        : text + "; không nêu: " + MetricNames.columnList(sum.notStated());
  }

  private static String mismatch(Fault.FractionMismatch fault) {
    String text =
        "%s = %s, công bố %s"
            .formatted(
                share(fault.printed()),
                PrintedNumber.percent(fault.actual()),
                PrintedNumber.percent(fault.percent()));
    return fault
        .fits()
        .map(
            fits ->
                "%s; %s là %s (%s trên %s)"
                    .formatted(
                        text,
                        PrintedNumber.percent(fault.percent()),
                        share(fits),
                        MetricNames.metric(fits.numerator().name()),
                        MetricNames.metric(fits.denominator().name())))
        .orElse(text);
  }

  private static String unproven(Fault.PercentUnproven fault) {
    if (fault.examples().isEmpty()) {
      return "không có số đếm để kiểm tra" + atLeast(fault.smallestBase());
    }
    String examples =
        fault.examples().stream()
            .limit(3)
            .map(FaultText::share)
            .collect(Collectors.joining(" hoặc "));
    return "không nêu tử số và mẫu số: %s đều cho %s"
        .formatted(examples, PrintedNumber.percent(fault.percent()));
  }

  private static String atLeast(OptionalLong smallestBase) {
    return smallestBase.isPresent()
        ? "; mẫu số nhỏ nhất cho được: " + PrintedNumber.count(smallestBase.getAsLong())
        : "";
  }

  private static String bases(List<Fault.Named> bases) {
    return bases.stream().map(FaultText::number).collect(Collectors.joining(", "));
  }

  private static String share(Fault.Share share) {
    return number(share.numerator()) + "/" + number(share.denominator());
  }

  private static String number(Fault.Named named) {
    return PrintedNumber.number(named.value());
  }
}
