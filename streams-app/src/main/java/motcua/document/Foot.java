package motcua.document;

import java.util.ArrayList;
import java.util.List;
import motcua.readmodel.Snapshot;
import motcua.readmodel.SnapshotHead;

/**
 * What stands at the foot of each page: from what the figures were drawn, and which version it is.
 */
final class Foot {
  private static final int DIGEST_PRINTED = 16;

  private Foot() {}

  static List<String> of(Snapshot snapshot) {
    SnapshotHead head = snapshot.head();
    List<String> foot = new ArrayList<>();
    foot.add(
        "Số liệu đã biết đến hết ngày %s; cách tính: %s; cây đơn vị %s, lịch làm việc %s, danh mục thủ tục %s."
            .formatted(
                SnapshotDocuments.day(head.cut()),
                head.policy(),
                head.unitTree(),
                head.calendar(),
                head.procedures()));
    foot.add(
        "%s; mã kiểm tra SHA-256 %s."
            .formatted(state(head), snapshot.sha256().substring(0, DIGEST_PRINTED)));
    if (head.reason() != null) {
      foot.add("Điều chỉnh vì %s: %s.".formatted(head.kind().meaning(), head.reason()));
    }
    return foot;
  }

  private static String state(SnapshotHead head) {
    return head.version() == 0
        ? "Bản tạm tính số %d, chưa công bố".formatted(head.id())
        : "Bản công bố số %d, phiên bản %d".formatted(head.id(), head.version());
  }
}
