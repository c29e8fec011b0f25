package motcua.core.interpretation;

import java.time.Instant;

/**
 * The reception as known: NgayTiepNhan as last given, else the first row 2 (national-payload.md 4,
 * D16).
 *
 * @param header the record that first shows it, which gives unit and due; null while only rows are
 *     known
 * @param at null while there is no reception
 * @param inferred taken from a row for want of NgayTiepNhan
 */
record Reception(Header header, Instant at, boolean inferred) {
  static Reception of(Known known) {
    Instant row = firstRow(known);
    if (known.reception() < 0 && row == null && !known.hasRowWithoutTime(Status.RECEIVED)) {
      return new Reception(null, null, false);
    }
    Instant given = lastGiven(known);
    Header header = known.reception() < 0 ? known.latest() : known.headers().get(known.reception());
    return new Reception(header, given != null ? given : row, given == null && row != null);
  }

  /** Whether the dossier counts. */
  boolean isComplete() {
    return header != null && at != null;
  }

  private static Instant firstRow(Known known) {
    for (Row row : known.rows()) {
      if (row.status() == Status.RECEIVED) {
        return row.at();
      }
    }
    return null;
  }

  /** From the records that show a reception; where only a row shows one, from any. */
  private static Instant lastGiven(Known known) {
    for (int i = known.headers().size() - 1; i >= 0; i--) {
      Header header = known.headers().get(i);
      if (header.said().receivedAt() != null
          && (known.reception() < 0 || header.status() != Status.NEW)) {
        return header.said().receivedAt();
      }
    }
    return null;
  }
}
