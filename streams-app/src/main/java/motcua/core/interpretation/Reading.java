package motcua.core.interpretation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import motcua.core.dossier.Channel;
import motcua.core.dossier.LifecycleEvent.Apologised;
import motcua.core.dossier.LifecycleEvent.ComponentsDigitised;
import motcua.core.dossier.LifecycleEvent.FeePaid;
import motcua.core.dossier.LifecycleEvent.Received;
import motcua.core.dossier.LifecycleEvent.ResultDigitised;
import motcua.core.dossier.LifecycleEvent.Transferred;
import motcua.core.interpretation.Sighting.ComponentFile;
import motcua.core.mark.MarkCode;
import motcua.core.unit.ResolvedUnit.Match;

/**
 * Reads everything known of a dossier at one moment into its story; a function of {@link Known}
 * alone.
 */
final class Reading {
  private final Known known;
  private final Reception reception;
  private final Story story;

  private Reading(String dossierId, Known known) {
    this.known = known;
    this.reception = Reception.of(known);
    this.story =
        new Story(dossierId, reception.isComplete() ? reception.header().unit().code() : null);
  }

  static Story of(String dossierId, Known known) {
    Reading reading = new Reading(dossierId, known);
    reading.handling();
    reading.apologies();
    reading.attributes();
    reading.marks();
    return reading.story;
  }

  private void handling() {
    Supplements supplements = Supplements.of(known);
    Map<Sighting.Supplement, Instant> promised = Map.of();
    if (reception.isComplete()) {
      Appointments appointments = new Appointments(known, reception, supplements, story);
      appointments.tell();
      promised = appointments.promised();
      received(appointments.firstDue());
      transfers();
    }
    HeaderDates dates = new HeaderDates(known, reception);
    List<Stage> stages = new Stages(known, reception, dates, story).gather(supplements, promised);
    new Course(reception, story, stages).tell(stages);
    markIf(dates.finishRewritten(), MarkCode.FINISH_REWRITTEN, "NgayKetThucXuLy");
    markIf(!supplements.dropped().isEmpty(), MarkCode.SUPPLEMENT_INVALID, "DanhSachHoSoBoSung");
  }

  /** Procedure, field and channel as last given; a missing channel counts as direct (D26). */
  private void received(Instant firstDue) {
    String procedure = null;
    String field = null;
    Channel channel = null;
    for (Header header : known.headers()) {
      Sighting said = header.said();
      procedure = said.procedure() == null ? procedure : said.procedure();
      field = said.field() == null ? field : said.field();
      Channel given = channel(said.channel());
      channel = given == null ? channel : given;
    }
    markIf(channel == null, MarkCode.CHANNEL_MISSING, "KenhThucHien");
    markIf(reception.inferred(), MarkCode.RECEIPT_INFERRED, "NgayTiepNhan");
    Channel held = channel == null ? Channel.DIRECT : channel;
    String unit = reception.header().unit().code();
    story.tell(
        "NgayTiepNhan", new Received(reception.at(), unit, procedure, field, held, firstDue));
  }

  private static Channel channel(String code) {
    return switch (code) {
      case "1" -> Channel.DIRECT;
      case "2" -> Channel.ONLINE;
      case "3" -> Channel.POSTAL;
      case null, default -> null;
    };
  }

  /** A unit that nothing known names is a reason to mark, not to move the dossier (D27). */
  private void transfers() {
    String unit = reception.header().unit().code();
    Map<String, Integer> times = new HashMap<>(2);
    String lastTold = null;
    Instant lastToldAt = null;
    for (int i = known.headers().indexOf(reception.header()); i < known.headers().size(); i++) {
      Header header = known.headers().get(i);
      if (header.unit().match() != Match.NAMED) {
        boolean byCode = header.said().unitCode() != null;
        story.mark(MarkCode.UNIT_UNMAPPED, byCode ? header.said().unitCode() : "DonViXuLy");
      }
      if (!header.namesUnit()
          || header.unit().match() == Match.STAND_IN
          || header.unit().code().equals(unit)) {
        continue;
      }
      unit = header.unit().code();
      Instant at = Moments.later(header.seenAt(), reception.at());
      if (at.equals(lastToldAt)) {
        story.untell(lastTold);
      }
      int time = times.merge(unit, 1, Integer::sum);
      lastTold = "DonViXuLy:" + (time == 1 ? "" : time + ":") + unit;
      lastToldAt = at;
      story.tell(lastTold, new Transferred(at, unit));
    }
  }

  private void apologies() {
    for (Row row : known.rows()) {
      if (Sighting.APOLOGY.equals(row.meaning())) {
        story.tell("APOLOGISED:" + row.status() + ":" + row.time(), new Apologised(row.at(), null));
      }
    }
  }

  /**
   * Digitisation and fees: the time of each is that of the record that first showed it as it is.
   */
  private void attributes() {
    ComponentsDigitised components = null;
    FeePaid fee = null;
    Instant result = null;
    boolean resultIsInput = false;
    for (Header header : known.headers()) {
      Sighting said = header.said();
      Instant at = Moments.later(header.seenAt(), reception.at());
      if (!said.components().isEmpty()) {
        String extent = extent(said.components());
        boolean same = components != null && components.components().equals(extent);
        components = same ? components : new ComponentsDigitised(at, extent);
      }
      if (said.feesPaid() > 0) {
        fee = new FeePaid(fee == null ? at : fee.occurredAt(), isOnline(said.paidOnline()));
      }
      for (String link : said.resultLinkHashes()) {
        resultIsInput |= known.isInput(link);
        result = result == null && !known.isInput(link) ? at : result;
      }
    }
    if (components != null) {
      story.tell("TaiLieuNop", components);
    }
    if (fee != null) {
      story.tell("DanhSachLePhi", fee);
    }
    if (result != null) {
      story.tell("DanhSachGiayToKetQua", new ResultDigitised(result));
    }
    markIf(resultIsInput, MarkCode.RESULT_IS_INPUT, "DanhSachGiayToKetQua");
  }

  private static String extent(List<ComponentFile> files) {
    int digitised = 0;
    for (ComponentFile file : files) {
      digitised += file.digitised() ? 1 : 0;
    }
    return digitised == 0 ? "NONE" : digitised == files.size() ? "FULL" : "PARTIAL";
  }

  private static boolean isOnline(String paidOnline) {
    return "1".equals(paidOnline) || "2".equals(paidOnline);
  }

  private void marks() {
    for (Known.EdgeMark edge : known.edgeMarks()) {
      story.mark(edge.code(), edge.detail());
    }
    Header latest = known.latest();
    if (latest == null) {
      return;
    }
    boolean pastIntake = latest.status() > Status.RECEIVED;
    markIf(
        reception.at() == null && latest.status() > Status.NEW,
        MarkCode.RECEIPT_MISSING,
        "NgayTiepNhan");
    markIf(reception.isComplete() && pastIntake && isSparse(), MarkCode.PROGRESS_SPARSE, "");
    boolean early = latest.status() == Status.READY && latest.said().returnedAt() != null;
    markIf(early && !known.hasRow(Status.RETURNED), MarkCode.RETURN_PREMATURE, "NgayTra");
  }

  /**
   * Whether the steps tell less than the header: no intake among them, or nothing after it (D12).
   */
  private boolean isSparse() {
    boolean after = false;
    for (Row row : known.rows()) {
      after |= row.status() > Status.RECEIVED;
    }
    return !after || !known.hasRow(Status.RECEIVED);
  }

  private void markIf(boolean condition, MarkCode code, String detail) {
    if (condition) {
      story.mark(code, detail);
    }
  }
}
