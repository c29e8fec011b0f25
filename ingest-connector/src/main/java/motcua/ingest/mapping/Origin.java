package motcua.ingest.mapping;

import java.util.Map;
import java.util.Objects;
import motcua.ingest.source.RawRecord;
import motcua.schemas.events.DeadLetter;

/**
 * Where raw records come from, for the pointers in dead letters.
 *
 * @param input file name
 * @param placeName what a place is called: line or record
 * @param inputFingerprint fingerprint of the whole input, stands in for a record without bytes
 */
public record Origin(String input, String placeName, String inputFingerprint) {
  public Origin {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(placeName, "placeName");
    Objects.requireNonNull(inputFingerprint, "inputFingerprint");
  }

  /** A dead letter about the whole input. */
  public Mapped.Dead refuseInput(String reason, long sizeBytes, String source, Stamp stamp) {
    return letter(inputFingerprint, reason, "file", 0, sizeBytes, source, Map.of(), stamp);
  }

  /**
   * Takes back a dead letter: its record was read again and this reason no longer holds.
   *
   * @param input as the dead letter tells it
   */
  public static Mapped.Dead resolved(String input, String fingerprint, String reason, Stamp stamp) {
    DeadLetter letter = new DeadLetter();
    letter.setFingerprint(fingerprint);
    letter.setReason(reason);
    letter.setInput(input);
    letter.setPosition("read again");
    letter.setStage("INGEST");
    letter.setKept(Map.of());
    letter.setRecordedAtMicros(stamp.clockMicros());
    letter.setResolved(true);
    return new Mapped.Dead(letter);
  }

  /** A dead letter about one record. */
  Mapped.Dead refuse(
      RawRecord raw,
      String fingerprint,
      String reason,
      String source,
      Map<String, String> kept,
      Stamp stamp) {
    String place = placeName + " " + raw.number();
    String print = raw.lengthBytes() == 0 ? inputFingerprint : fingerprint;
    return letter(print, reason, place, raw.offsetBytes(), raw.lengthBytes(), source, kept, stamp);
  }

  /**
   * A dead letter about one row of a table.
   *
   * @param number place of the row from 1
   * @param fingerprint names the row's content
   * @param offsetBytes first byte of the row, 0 where it has none
   * @param lengthBytes length of the row, 0 where it has none
   */
  public Mapped.Dead refuseRow(
      long number,
      String fingerprint,
      long offsetBytes,
      long lengthBytes,
      String reason,
      String source,
      Map<String, String> kept,
      Stamp stamp) {
    String place = placeName + " " + number;
    return letter(fingerprint, reason, place, offsetBytes, lengthBytes, source, kept, stamp);
  }

  private Mapped.Dead letter(
      String fingerprint,
      String reason,
      String position,
      long offset,
      long length,
      String source,
      Map<String, String> kept,
      Stamp stamp) {
    DeadLetter letter = new DeadLetter();
    letter.setFingerprint(fingerprint);
    letter.setReason(reason);
    letter.setInput(input);
    letter.setPosition(position);
    letter.setOffsetBytes(offset);
    letter.setLengthBytes(length);
    letter.setSource(source);
    letter.setStage("INGEST");
    letter.setKept(kept);
    letter.setRecordedAtMicros(stamp.clockMicros());
    return new Mapped.Dead(letter);
  }
}
