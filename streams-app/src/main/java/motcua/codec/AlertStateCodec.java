package motcua.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import motcua.core.alert.AlertFigures;
import motcua.core.alert.AlertState;
import motcua.core.alert.Severity;

/**
 * The state of an alert as it is stored: version byte, then texts behind their length and numbers
 * as zigzag varints; a moment that is absent is the least long.
 */
public final class AlertStateCodec {
  /** Layout written. */
  public static final byte VERSION = 1;

  private static final long NEVER = Long.MIN_VALUE;

  private AlertStateCodec() {}

  /** As it is stored. */
  public static byte[] toBytes(AlertState state) {
    var out = new ByteArrayOutputStream(64);
    out.write(VERSION);
    Varint.put(state.rule(), out);
    Varint.put(state.window(), out);
    Varint.put(state.windowFrom().toEpochDay(), out);
    Varint.put(state.number(), out);
    Varint.put(state.severity() == null ? null : state.severity().name(), out);
    put(state.sureAt(), out);
    put(state.toldAt(), out);
    Varint.put(state.escalated() ? 1 : 0, out);
    put(state.ackUntil(), out);
    Varint.put(state.frozen() ? 1 : 0, out);
    Varint.put(state.figures().late(), out);
    Varint.put(state.figures().dated(), out);
    Varint.put(state.figures().openInTime(), out);
    Varint.put(state.figures().openOverdue(), out);
    return out.toByteArray();
  }

  /**
   * What was stored; null for null.
   *
   * @throws IllegalStateException when another release wrote it in a layout this one does not know
   */
  public static AlertState fromBytes(byte[] value) {
    if (value == null) {
      return null;
    }
    if (value[0] != VERSION) {
      throw new IllegalStateException(
          "alert state of version " + value[0] + ", this release reads " + VERSION);
    }
    ByteBuffer in = ByteBuffer.wrap(value, 1, value.length - 1);
    String rule = Varint.text(in);
    String window = Varint.text(in);
    LocalDate from = LocalDate.ofEpochDay(Varint.number(in));
    long number = Varint.number(in);
    String severity = Varint.text(in);
    Instant sureAt = moment(in);
    Instant toldAt = moment(in);
    boolean escalated = Varint.number(in) == 1;
    Instant ackUntil = moment(in);
    boolean frozen = Varint.number(in) == 1;
    var figures =
        new AlertFigures(
            Varint.number(in), Varint.number(in), Varint.number(in), Varint.number(in));
    return new AlertState(
        rule,
        window,
        from,
        number,
        severity == null ? null : Severity.valueOf(severity),
        sureAt,
        toldAt,
        escalated,
        ackUntil,
        frozen,
        figures);
  }

  private static void put(Instant moment, ByteArrayOutputStream out) {
    Varint.put(moment == null ? NEVER : Micros.of(moment), out);
  }

  private static Instant moment(ByteBuffer in) {
    long micros = Varint.number(in);
    return micros == NEVER ? null : Micros.toInstant(micros);
  }
}
