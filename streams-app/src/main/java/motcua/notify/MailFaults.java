package motcua.notify;

import jakarta.mail.MessagingException;
import java.util.LinkedHashSet;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Which answers of a mail server are final. */
final class MailFaults {
  private static final int PERMANENT = 500;

  /** A login or TLS is asked for: the configuration's fault, which somebody will correct. */
  private static final int LOGIN_FIRST = 530;

  private static final int MOST_CAUSES = 5;

  private MailFaults() {}

  /**
   * Final is what the server says with 5xx of the recipient or of the message; what it says of the
   * sender, the login or the connection may be put right.
   */
  static Outcome outcome(MessagingException fault) {
    for (Exception at = fault;
        at instanceof MessagingException link;
        at = link.getNextException()) {
      if (isFinal(at)) {
        return new Outcome.Refused(text(at));
      }
    }
    return new Outcome.Later(text(fault));
  }

  private static boolean isFinal(Exception fault) {
    return switch (fault) {
      case SMTPAddressFailedException address -> address.getReturnCode() >= PERMANENT;
      case SMTPSendFailedException message ->
          message.getReturnCode() >= PERMANENT
              && message.getReturnCode() != LOGIN_FIRST
              && !message.getCommand().startsWith("MAIL");
      default -> false;
    };
  }

  /**
   * With what lies behind it: of a certificate that is refused the library itself says only that it
   * could not connect.
   */
  private static String text(Throwable fault) {
    var said = new LinkedHashSet<String>();
    for (Throwable at = fault; at != null && said.size() < MOST_CAUSES; at = behind(at)) {
      String message = (at.getMessage() == null ? at.toString() : at.getMessage()).strip();
      if (said.stream().noneMatch(earlier -> earlier.contains(message))) {
        said.add(message);
      }
    }
    return String.join(": ", said);
  }

  private static Throwable behind(Throwable fault) {
    return fault instanceof MessagingException link ? link.getNextException() : fault.getCause();
  }
}
