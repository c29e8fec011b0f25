package motcua.core.interpretation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import motcua.core.interpretation.Sighting.ComponentFile;
import motcua.core.interpretation.Sighting.Kind;
import motcua.core.interpretation.Sighting.Supplement;
import motcua.core.mark.MarkCode;
import motcua.core.unit.ResolvedUnit;
import motcua.core.unit.ResolvedUnit.Match;
import motcua.core.unit.UnitResolver;

/**
 * All that is known of one dossier up to a moment: headers in the order read, each step row once in
 * the order of steps, supplements in their latest state. Grows by sightings in the order of
 * knowledge; records sent again change nothing (D8).
 */
final class Known {
  private final String source;
  private final String dossierId;
  private final UnitResolver units;
  private final List<Header> headers = new ArrayList<>(4);
  private final List<Row> rows = new ArrayList<>(8);
  private final List<Supplement> supplements = new ArrayList<>(1);
  private final Set<String> inputLinks = new LinkedHashSet<>(4);
  private final Set<EdgeMark> edgeMarks = new LinkedHashSet<>(2);
  private int statusesWithoutTime;
  private int reception = -1;

  Known(String source, String dossierId, UnitResolver units) {
    this.source = source;
    this.dossierId = dossierId;
    this.units = units;
  }

  /** What the edge or this reading repaired in a single record. */
  record EdgeMark(MarkCode code, String detail) {}

  List<Header> headers() {
    return headers;
  }

  /** Rows with a step time, in the order of steps. */
  List<Row> rows() {
    return rows;
  }

  /** Supplements in the order asked, those without that time last. */
  List<Supplement> supplements() {
    return supplements;
  }

  Set<EdgeMark> edgeMarks() {
    return edgeMarks;
  }

  /** The last header read; null when there is none. */
  Header latest() {
    return headers.isEmpty() ? null : headers.getLast();
  }

  /** Index of the first header that shows a reception; -1 when none does. */
  int reception() {
    return reception;
  }

  boolean hasRow(int status) {
    return hasRowWithoutTime(status) || hasTimedRow(status);
  }

  boolean hasTimedRow(int status) {
    for (Row row : rows) {
      if (row.status() == status) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is a row of this status whose time only a header date can give. */
  boolean hasRowWithoutTime(int status) {
    return (statusesWithoutTime & (1 << status)) != 0;
  }

  boolean isInput(String linkHash) {
    return inputLinks.contains(linkHash);
  }

  /** Adds a sighting; false when it says nothing new. */
  boolean add(SeenSighting seen) {
    Sighting said = seen.sighting();
    return said.kind() == Kind.DOSSIER
        ? addHeader(said, seen.recordedAt())
        : addRow(said, seen.recordedAt());
  }

  private boolean addHeader(Sighting said, Instant seenAt) {
    if (!headers.isEmpty() && said.saysSameAs(headers.getLast().said())) {
      return false;
    }
    int status = Status.of(said.status());
    Header header = new Header(said, seenAt, status, unit(said, seenAt));
    headers.add(header);
    if (reception < 0 && header.showsReception()) {
      reception = headers.size() - 1;
    }
    for (ComponentFile file : said.components()) {
      if (file.linkHash() != null) {
        inputLinks.add(file.linkHash());
      }
    }
    said.supplements().forEach(this::addSupplement);
    repaired(said.edgeMarks());
    if (status == Status.UNKNOWN) {
      edgeMarks.add(new EdgeMark(MarkCode.STATUS_UNKNOWN, "TrangThaiHoSo"));
    }
    return true;
  }

  /**
   * Until a reception is shown, validities are those of the day it speaks of; later those of the
   * day it was read.
   */
  private ResolvedUnit unit(Sighting said, Instant seenAt) {
    Instant spokenOf = said.receivedAt() != null ? said.receivedAt() : said.latestHappened();
    LocalDate day = Moments.day(reception < 0 && spokenOf != null ? spokenOf : seenAt);
    ResolvedUnit unit =
        units.resolve(source, said.unitCode(), said.unitName(), said.senderUnit(), day);
    boolean lost = unit.match() == Match.STAND_IN || unit.code().equals(UnitResolver.NOT_GIVEN);
    return lost && said.senderUnit() == null ? byDossierCode(unit, day) : unit;
  }

  /** The national dossier code begins with its agency: agency-YYMMDD-serial (rules.md 9). */
  private ResolvedUnit byDossierCode(ResolvedUnit otherwise, LocalDate day) {
    int dash = dossierId.indexOf('-');
    if (dash <= 0) {
      return otherwise;
    }
    ResolvedUnit agency = units.resolve(source, null, null, dossierId.substring(0, dash), day);
    return agency.match() == Match.STAND_IN
        ? otherwise
        : new ResolvedUnit(agency.code(), Match.STAND_IN);
  }

  private boolean addRow(Sighting said, Instant seenAt) {
    int status = Status.of(said.status());
    boolean news = repaired(said.edgeMarks());
    if (status == Status.UNKNOWN) {
      news |= edgeMarks.add(new EdgeMark(MarkCode.STATUS_UNKNOWN, "TrangThai"));
    }
    if (said.stepAt() == null) {
      boolean known = hasRowWithoutTime(status);
      statusesWithoutTime |= 1 << status;
      return news || !known;
    }
    for (Row row : rows) {
      if (row.status() == status
          && row.at().equals(said.stepAt())
          && Objects.equals(row.meaning(), said.stepMeaning())) {
        return news;
      }
    }
    String time = Moments.iso(said.stepAt());
    Row row = new Row(status, said.stepAt(), time, said.stepMeaning(), seenAt, rows.size());
    int place = rows.size();
    while (place > 0 && Row.inOrderOfSteps(rows.get(place - 1), row) > 0) {
      place--;
    }
    rows.add(place, row);
    return true;
  }

  private boolean repaired(List<String> marks) {
    boolean news = false;
    for (String mark : marks) {
      int colon = mark.indexOf(':');
      MarkCode code = code(colon < 0 ? mark : mark.substring(0, colon));
      if (code != null) {
        news |= edgeMarks.add(new EdgeMark(code, colon < 0 ? "" : mark.substring(colon + 1)));
      }
    }
    return news;
  }

  /** Null for a code of a later edge, which this version cannot print. */
  private static MarkCode code(String name) {
    for (MarkCode code : MarkCode.values()) {
      if (code.name().equals(name)) {
        return code;
      }
    }
    return null;
  }

  private void addSupplement(Supplement added) {
    Supplement merged = added;
    for (int i = 0; i < supplements.size(); i++) {
      Supplement known = supplements.get(i);
      if (isSame(known, added)) {
        supplements.remove(i);
        merged = merge(known, added);
        break;
      }
    }
    int place = supplements.size();
    while (place > 0 && askedLater(supplements.get(place - 1), merged)) {
      place--;
    }
    supplements.add(place, merged);
  }

  private static boolean isSame(Supplement a, Supplement b) {
    if (a.supplementId() != null || b.supplementId() != null) {
      return Objects.equals(a.supplementId(), b.supplementId());
    }
    return (a.askedAt() != null || b.askedAt() != null)
        ? Objects.equals(a.askedAt(), b.askedAt())
        : Objects.equals(a.completedAt(), b.completedAt());
  }

  private static Supplement merge(Supplement old, Supplement now) {
    return new Supplement(
        now.supplementId(),
        now.askedAt() != null ? now.askedAt() : old.askedAt(),
        now.completedAt() != null ? now.completedAt() : old.completedAt(),
        now.dueBefore() != null ? now.dueBefore() : old.dueBefore(),
        now.dueAfter() != null ? now.dueAfter() : old.dueAfter());
  }

  private static boolean askedLater(Supplement a, Supplement b) {
    return b.askedAt() != null && (a.askedAt() == null || a.askedAt().isAfter(b.askedAt()));
  }
}
