package motcua.core.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Heading block (thể thức) of an administration's document, with what closes it.
 *
 * @param superior agency above the issuing one; empty where none is printed
 * @param agency issuing agency
 * @param number number and symbol, such as {@code 12/BC-NV}; empty leaves room to write it
 * @param place of issue
 * @param date of issue
 * @param signer office of the person who signs, such as {@code TRƯỞNG PHÒNG}; empty where nobody
 *     does
 * @param recipients lines of "Nơi nhận"
 */
public record Letterhead(
    String superior,
    String agency,
    String number,
    String place,
    LocalDate date,
    String signer,
    List<String> recipients) {
  public Letterhead {
    Objects.requireNonNull(superior, "superior");
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(signer, "signer");
    recipients = List.copyOf(recipients);
  }
}
