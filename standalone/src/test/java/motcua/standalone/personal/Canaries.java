package motcua.standalone.personal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Values that stand for personal data, each for one field, so that a leak names its field. Texts
 * share a stem; what has to look like an identity or phone number is a number of its own.
 */
final class Canaries {
  /** Begins every text; plain letters survive composing, decomposing and every encoding. */
  static final String STEM = "Qvzkx";

  /** The same in what a test plants to see that it would be found. */
  static final String PLANTED = "Qvzky";

  /** Begin the numbers; the first zero is left out, since a number that is sent as one loses it. */
  static final List<String> NUMBER_STEMS = List.of("79128374", "273918", "918273", "918 273 ");

  private static final String IDENTITY = "079128374%03d";
  private static final String OLD_IDENTITY = "273918%03d";
  private static final String PHONE = "0918273%03d";
  private static final String SPACED_PHONE = "0918 273 %03d";
  private static final int FIRST = 101;
  private static final int LAST = 999;

  private final Set<String> texts = new LinkedHashSet<>();
  private final List<String> numbers = new ArrayList<>();
  private final List<String> hashed = new ArrayList<>();

  /** A name of a person, with letters that compose and decompose. */
  String text(String field) {
    String text = STEM + "." + field + ".";
    texts.add(text);
    return "Nguyễn " + text + " Thị Bưởi";
  }

  /** The same without spaces, as names of files, accounts and keys have it. */
  String word(String field) {
    String text = STEM + "." + field + ".";
    texts.add(text);
    return text;
  }

  /** A link to a file; neither it nor its plain hash may come out. */
  String link(String field) {
    String link = "https://kho.example/" + word(field) + "/to-khai.pdf";
    hashed.add(link);
    return link;
  }

  /** An e-mail address. */
  String mail(String field) {
    return word(field) + "@thu.example";
  }

  /** Twelve digits. */
  String identity() {
    return number(IDENTITY);
  }

  /** Nine digits. */
  String oldIdentity() {
    return number(OLD_IDENTITY);
  }

  /** Ten digits. */
  String phone() {
    return number(PHONE);
  }

  /** Ten digits in groups. */
  String spacedPhone() {
    return number(SPACED_PHONE);
  }

  /** How many fields hold one. */
  int planted() {
    return texts.size() + numbers.size();
  }

  /** True for digits that begin with one of the numbers, its first zero left out. */
  boolean isNumber(String digits) {
    return numbers.stream().anyMatch(number -> digits.startsWith(number.replaceFirst("^0", "")));
  }

  /** Values of which no plain SHA-256 may be kept either. */
  List<String> hashed() {
    return List.copyOf(hashed);
  }

  private String number(String form) {
    int next = FIRST + numbers.size();
    if (next > LAST) {
      throw new IllegalStateException("too many numbers: they would grow too long to be ones");
    }
    String number = form.formatted(next);
    numbers.add(number);
    hashed.add(number);
    return number;
  }
}
