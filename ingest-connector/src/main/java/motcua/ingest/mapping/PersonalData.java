package motcua.ingest.mapping;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds an identity number (9 or 12 digits), a phone number or an e-mail address inside a value
 * that is about to be kept (national-payload.md D34). A dossier code keeps its digits in short
 * groups and does not look like one.
 */
public final class PersonalData {
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}(\\.[\\w-]{1,64})+");
  private static final Pattern SPACED_PHONE =
      Pattern.compile(
          "(?<![\\d.])(?:0|\\(?\\+?84\\)?[ .]?)\\d{2,3}[ .]\\d{3,4}[ .]\\d{3,4}(?![\\d.])");
  private static final Pattern SPACED_IDENTITY =
      Pattern.compile("(?<!\\d)\\d{3} \\d{3} \\d{3}(?: \\d{3})?(?!\\d)");
  // Provinces are 001 to 096 in identity numbers; zeros before a sequence number are none.
  private static final Pattern PERSON_NUMBER =
      Pattern.compile("0(?!00)\\d{11}|0[2-9]\\d{8,9}|\\+?84\\d{9}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");

  private final List<Pattern> exempt;

  /** A guard that lets whole values pass which match one of {@code exempt}. */
  public PersonalData(List<Pattern> exempt) {
    this.exempt = List.copyOf(exempt);
  }

  /**
   * True when {@code value} holds something that looks personal and is not exempt; null holds
   * nothing.
   */
  public boolean isIn(String value) {
    return value != null
        && value.length() >= 5
        && (hasPersonalRun(value) || hasPattern(value))
        && !isExempt(value);
  }

  /**
   * The same for an identifier of canonical events, whose numbers are the source's own and may run
   * as long: only one that is nothing but an identity or phone number counts, or an e-mail address
   * or a number in groups inside it.
   */
  boolean isInIdentifier(String value) {
    return value != null
        && (PERSON_NUMBER.matcher(value).matches() || hasPattern(value))
        && !isExempt(value);
  }

  private boolean isExempt(String value) {
    return UUID.matcher(value).matches()
        || exempt.stream().anyMatch(pattern -> pattern.matcher(value).matches());
  }

  private static boolean hasPattern(String value) {
    return value.indexOf('@') >= 0 && EMAIL.matcher(value).find()
        || hasGroups(value)
            && (SPACED_PHONE.matcher(value).find() || SPACED_IDENTITY.matcher(value).find());
  }

  /**
   * What every number in groups has: twice a space or dot behind a digit and before three. Asked
   * first, because it is for every value of every record, and few have it.
   */
  private static boolean hasGroups(String value) {
    int found = 0;
    for (int i = 1; i < value.length() - 3 && found < 2; i++) {
      char at = value.charAt(i);
      if ((at == ' ' || at == '.')
          && isDigit(value, i - 1)
          && isDigit(value, i + 1)
          && isDigit(value, i + 2)
          && isDigit(value, i + 3)) {
        found++;
      }
    }
    return found == 2;
  }

  private static boolean isDigit(String value, int at) {
    char digit = value.charAt(at);
    return digit >= '0' && digit <= '9';
  }

  private static boolean hasPersonalRun(String value) {
    int start = -1;
    for (int i = 0; i <= value.length(); i++) {
      boolean digit = i < value.length() && Character.isDigit(value.charAt(i));
      if (digit && start < 0) {
        start = i;
      } else if (!digit && start >= 0) {
        if (isPersonal(value, start, i - start)) {
          return true;
        }
        start = -1;
      }
    }
    return false;
  }

  private static boolean isPersonal(String value, int start, int length) {
    return switch (length) {
      case 9, 12 -> true;
      case 10, 11 -> Character.digit(value.charAt(start), 10) == 0 || value.startsWith("84", start);
      default -> false;
    };
  }
}
