package motcua.http;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import motcua.core.ledger.ReportRow;
import motcua.core.period.Period;
import motcua.core.snapshot.RowKey;
import motcua.document.DocumentKind;
import motcua.document.SnapshotDocuments;
import motcua.export.FileFormat;
import motcua.readmodel.Snapshot;
import motcua.readmodel.SnapshotHead;

/** Which document of a snapshot a request wants, and what its file is called. */
final class DocumentRequest {
  /** File formats by name. */
  static final Map<String, FileFormat> FORMATS =
      Arrays.stream(FileFormat.values())
          .collect(Collectors.toMap(FileFormat::extension, Function.identity()));

  private static final Map<String, DocumentKind> KINDS =
      Arrays.stream(DocumentKind.values())
          .collect(Collectors.toMap(DocumentKind::code, Function.identity()));

  /** What provinces allow (ledger.md 9). */
  private static final BigDecimal LIMIT = BigDecimal.valueOf(5);

  private static final BigDecimal MOST = BigDecimal.valueOf(100);

  /** Said where a format cannot hold the table. */
  static final String TOO_LONG = "Bảng quá dài cho loại tệp này; hãy chọn XLSX hoặc PDF.";

  private DocumentRequest() {}

  static SnapshotDocuments.Order of(Parameters parameters) {
    return new SnapshotDocuments.Order(
        parameters.word("document", DocumentKind.REPORT, KINDS),
        parameters.word("form", null, Words.FORMS),
        parameters.text("limit").map(DocumentRequest::limit).orElse(LIMIT));
  }

  private static BigDecimal limit(String text) {
    try {
      BigDecimal limit = new BigDecimal(text);
      if (limit.signum() >= 0 && limit.compareTo(MOST) <= 0 && limit.scale() <= 4) {
        return limit;
      }
    } catch (NumberFormatException unreadable) {
      // Said below, as for a number out of range.
    }
    throw ProblemException.badRequest(
        "Tham số \"limit\" là tỷ lệ quá hạn được phép, từ 0 đến 100 phần trăm, ví dụ 5 hoặc 4.5; không phải \"%s\"."
            .formatted(text));
  }

  /** Such as {@code bao-cao-H56-2024-06-15-2024-09-14-v2.xlsx}. */
  static String fileName(Snapshot snapshot, SnapshotDocuments.Order order, FileFormat format) {
    SnapshotHead head = snapshot.head();
    Period period = head.subject().period();
    return "%s-%s-%s-%s-%s.%s"
        .formatted(
            order.kind().fileName(),
            head.subject().scope().replaceAll("[^A-Za-z0-9._-]", "_"),
            period.from(),
            period.to(),
            head.version() == 0 ? "tam-tinh-" + head.id() : "v" + head.version(),
            format.extension())
        .toLowerCase(Locale.ROOT);
  }

  /** Table lines to be expected. */
  static long lines(Snapshot snapshot, SnapshotDocuments.Order order) {
    ReportRow total = snapshot.rows().get(RowKey.TOTAL);
    return order.kind() == DocumentKind.LATE
        ? total.closedLate() + total.openOverdue()
        : snapshot.rows().size() - 1L;
  }
}
