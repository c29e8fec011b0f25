package motcua.codec;

import java.util.ArrayList;
import java.util.List;
import motcua.core.journal.Standing;
import motcua.core.mark.MarkSpan;
import motcua.schemas.internal.DossierMark;
import motcua.schemas.internal.DossierStatus;

/** Where a dossier stands, from the core to the wire. */
public final class StatusCodec {
  private StatusCodec() {}

  /**
   * The status of a dossier with its marks, the latter sorted so that equal sets are equal bytes.
   */
  public static DossierStatus toWire(
      Standing standing, List<MarkSpan> marks, long sequence, Books books) {
    var status = new DossierStatus();
    if (standing.account() != null) {
      status.setUnit(standing.account().unit());
      status.setProcedure(standing.account().procedure());
      status.setField(standing.account().field());
      status.setChannel(standing.account().channel().name());
    }
    status.setBucket(standing.bucket().name());
    status.setReceivedAtMicros(Micros.ofNullable(standing.receivedAt()));
    status.setDueAtMicros(Micros.ofNullable(standing.dueAt()));
    status.setFirstDueAtMicros(Micros.ofNullable(standing.firstDueAt()));
    status.setClosedAtMicros(Micros.ofNullable(standing.closedAt()));
    status.setMarks(marks(marks));
    status.setSequence(sequence);
    status.setOtherBooks(books.otherThan(status.getUnit()));
    boolean posted = !books.units().isEmpty();
    status.setBooksFromDay(posted ? (Integer) books.fromDay() : null);
    status.setBooksToDay(posted && books.toDay() != Books.ANY_DAY ? (Integer) books.toDay() : null);
    return status;
  }

  private static List<DossierMark> marks(List<MarkSpan> spans) {
    if (spans.isEmpty()) {
      return List.of();
    }
    List<DossierMark> marks = new ArrayList<>(spans.size());
    for (MarkSpan span : spans) {
      var mark = new DossierMark();
      mark.setCode(span.mark().code().name());
      mark.setUnit(span.mark().unit());
      mark.setDetail(span.mark().detail());
      mark.setKnownOnDay((int) span.knownOn().toEpochDay());
      mark.setEndedOnDay(
          span.endedOn() == null ? null : (Integer) (int) span.endedOn().toEpochDay());
      marks.add(mark);
    }
    marks.sort(null);
    return marks;
  }
}
