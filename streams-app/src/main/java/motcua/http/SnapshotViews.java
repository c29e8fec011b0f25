package motcua.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import motcua.core.snapshot.CellChange;
import motcua.readmodel.SnapshotAct;
import motcua.readmodel.SnapshotHead;

/** How what is known of a snapshot is written. */
final class SnapshotViews {
  private SnapshotViews() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HeadView(
      long id,
      String state,
      int version,
      Long revises,
      String scope,
      String from,
      String to,
      String by,
      String knownOn,
      String policy,
      String unitTree,
      String calendar,
      String procedures,
      String form,
      String kind,
      String kindMeaning,
      String reason,
      String author,
      String madeAt) {
    static HeadView of(SnapshotHead head) {
      return new HeadView(
          head.id(),
          switch (head.version()) {
            case 0 -> "provisional";
            case 1 -> "final";
            default -> "revised";
          },
          head.version(),
          head.revises(),
          head.subject().scope(),
          head.subject().period().from().toString(),
          head.subject().period().to().toString(),
          head.subject().by().name().toLowerCase(java.util.Locale.ROOT),
          head.cut().toString(),
          head.policy(),
          head.unitTree(),
          head.calendar(),
          head.procedures(),
          head.form().code(),
          head.kind() == null ? null : head.kind().name(),
          head.kind() == null ? null : head.kind().meaning(),
          head.reason(),
          head.author(),
          Responses.time(head.madeAt()));
    }
  }

  record ChangeView(String unit, String part, String column, long was, long is) {
    static List<ChangeView> of(List<CellChange> changes) {
      return changes.stream()
          .map(
              change ->
                  new ChangeView(
                      change.row().unit(),
                      change.row().part(),
                      change.column().code(),
                      change.was(),
                      change.is()))
          .toList();
    }
  }

  record ActView(String at, String author, String act, String detail) {
    static ActView of(SnapshotAct act) {
      return new ActView(Responses.time(act.at()), act.author(), act.act().name(), act.detail());
    }
  }
}
