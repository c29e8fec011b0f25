package motcua.codec;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import motcua.core.interpretation.SeenSighting;
import motcua.core.interpretation.Sighting;
import motcua.core.interpretation.Sighting.ComponentFile;
import motcua.core.interpretation.Sighting.Supplement;
import motcua.schemas.events.DossierEvent;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

/**
 * Sightings: from the wire, and in a store value (layout of state version 1: each optional part
 * behind a flag).
 */
public final class SightingCodec {
  private SightingCodec() {}

  /**
   * The sighting a wire record holds.
   *
   * @throws UnreadableRecord when its kind is unknown
   */
  public static SeenSighting fromWire(DossierEvent e) {
    var s = e.getSighting();
    for (String code :
        new String[] {s.getSenderUnit(), s.getUnitCode(), s.getUnitName(), s.getField()}) {
      EventCodec.checkCode(code);
    }
    List<ComponentFile> components = new ArrayList<>(s.getComponents().size());
    for (var c : s.getComponents()) {
      components.add(
          new ComponentFile(
              c.getDigitised(), c.getReused(), c.getFromNationalStore(), c.getLinkHash()));
    }
    List<Supplement> supplements = new ArrayList<>(s.getSupplements().size());
    for (var p : s.getSupplements()) {
      supplements.add(
          new Supplement(
              p.getSupplementId(),
              at(p.getAskedAtMicros()),
              at(p.getCompletedAtMicros()),
              at(p.getDueBeforeMicros()),
              at(p.getDueAfterMicros())));
    }
    var sighting =
        new Sighting(
            kind(s.getKind()),
            s.getPosition(),
            s.getSenderUnit(),
            s.getUnitCode(),
            s.getUnitName(),
            s.getProcedure(),
            s.getField(),
            s.getChannel(),
            s.getStatus(),
            at(s.getSubmittedAtMicros()),
            at(s.getReceivedAtMicros()),
            at(s.getDueAtMicros()),
            at(s.getCompletedAtMicros()),
            at(s.getReturnedAtMicros()),
            at(s.getRefusedAtMicros()),
            at(s.getStepAtMicros()),
            s.getStepMeaning(),
            s.getPaidOnline(),
            s.getFeesPaid(),
            s.getComponentsFlag(),
            s.getVerifiedAccount(),
            s.getPopulationConsulted(),
            components,
            s.getResultLinkHashes(),
            supplements,
            s.getEdgeMarks());
    return new SeenSighting(sighting, Micros.toInstant(e.getRecordedAtMicros()), e.getBackfill());
  }

  private static Instant at(Long micros) {
    return Micros.toInstantNullable(micros);
  }

  private static Sighting.Kind kind(String name) {
    for (Sighting.Kind kind : Sighting.Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new UnreadableRecord("KIND_UNKNOWN: a sighting is DOSSIER or PROGRESS");
  }

  static void write(SeenSighting seen, BinaryEncoder out) throws IOException {
    Sighting s = seen.sighting();
    out.writeLong(Micros.of(seen.recordedAt()));
    out.writeBoolean(seen.backfill());
    out.writeInt(s.kind().ordinal());
    out.writeLong(s.position());
    for (String text : texts(s)) {
      writeText(text, out);
    }
    for (Instant time : times(s)) {
      writeTime(time, out);
    }
    out.writeInt(s.feesPaid());
    writeFlag(s.componentsFlag(), out);
    writeFlag(s.verifiedAccount(), out);
    writeFlag(s.populationConsulted(), out);
    out.writeInt(s.components().size());
    for (ComponentFile c : s.components()) {
      out.writeBoolean(c.digitised());
      writeText(c.reused(), out);
      out.writeBoolean(c.fromNationalStore());
      writeText(c.linkHash(), out);
    }
    writeTexts(s.resultLinkHashes(), out);
    out.writeInt(s.supplements().size());
    for (Supplement p : s.supplements()) {
      writeText(p.supplementId(), out);
      writeTime(p.askedAt(), out);
      writeTime(p.completedAt(), out);
      writeTime(p.dueBefore(), out);
      writeTime(p.dueAfter(), out);
    }
    writeTexts(s.edgeMarks(), out);
  }

  private static String[] texts(Sighting s) {
    return new String[] {
      s.senderUnit(),
      s.unitCode(),
      s.unitName(),
      s.procedure(),
      s.field(),
      s.channel(),
      s.status(),
      s.stepMeaning(),
      s.paidOnline()
    };
  }

  private static Instant[] times(Sighting s) {
    return new Instant[] {
      s.submittedAt(),
      s.receivedAt(),
      s.dueAt(),
      s.completedAt(),
      s.returnedAt(),
      s.refusedAt(),
      s.stepAt()
    };
  }

  static SeenSighting read(BinaryDecoder in) throws IOException {
    Instant recordedAt = Micros.toInstant(in.readLong());
    boolean backfill = in.readBoolean();
    Sighting.Kind kind = Sighting.Kind.values()[in.readInt()];
    long position = in.readLong();
    String[] t = new String[9];
    for (int i = 0; i < t.length; i++) {
      t[i] = readText(in);
    }
    Instant[] at = new Instant[7];
    for (int i = 0; i < at.length; i++) {
      at[i] = readTime(in);
    }
    int feesPaid = in.readInt();
    Boolean componentsFlag = readFlag(in);
    Boolean verifiedAccount = readFlag(in);
    Boolean populationConsulted = readFlag(in);
    List<ComponentFile> components = readComponents(in);
    List<String> results = readTexts(in);
    List<Supplement> supplements = readSupplements(in);
    var sighting =
        new Sighting(
            kind,
            position,
            t[0],
            t[1],
            t[2],
            t[3],
            t[4],
            t[5],
            t[6],
            at[0],
            at[1],
            at[2],
            at[3],
            at[4],
            at[5],
            at[6],
            t[7],
            t[8],
            feesPaid,
            componentsFlag,
            verifiedAccount,
            populationConsulted,
            components,
            results,
            supplements,
            readTexts(in));
    return new SeenSighting(sighting, recordedAt, backfill);
  }

  private static List<ComponentFile> readComponents(BinaryDecoder in) throws IOException {
    int count = in.readInt();
    List<ComponentFile> components = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      boolean digitised = in.readBoolean();
      String reused = readText(in);
      components.add(new ComponentFile(digitised, reused, in.readBoolean(), readText(in)));
    }
    return components;
  }

  private static List<Supplement> readSupplements(BinaryDecoder in) throws IOException {
    int count = in.readInt();
    List<Supplement> supplements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      supplements.add(
          new Supplement(readText(in), readTime(in), readTime(in), readTime(in), readTime(in)));
    }
    return supplements;
  }

  private static void writeTexts(List<String> texts, BinaryEncoder out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeString(text);
    }
  }

  private static List<String> readTexts(BinaryDecoder in) throws IOException {
    int count = in.readInt();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(in.readString());
    }
    return texts;
  }

  private static void writeText(String text, BinaryEncoder out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeString(text);
    }
  }

  private static String readText(BinaryDecoder in) throws IOException {
    return in.readBoolean() ? in.readString() : null;
  }

  private static void writeTime(Instant time, BinaryEncoder out) throws IOException {
    out.writeBoolean(time != null);
    if (time != null) {
      out.writeLong(Micros.of(time));
    }
  }

  private static Instant readTime(BinaryDecoder in) throws IOException {
    return in.readBoolean() ? Micros.toInstant(in.readLong()) : null;
  }

  private static void writeFlag(Boolean flag, BinaryEncoder out) throws IOException {
    out.writeInt(flag == null ? 0 : flag ? 2 : 1);
  }

  private static Boolean readFlag(BinaryDecoder in) throws IOException {
    int flag = in.readInt();
    return flag == 0 ? null : (Boolean) (flag == 2);
  }
}
