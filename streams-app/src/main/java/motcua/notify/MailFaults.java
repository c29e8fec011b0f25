package motcua.notify;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Which answers of a mail server are final. */
final class MailFaults {
  private static final int PERMANENT = 500;

  /** A login or TLS is asked for: the configuration's fault, which somebody will correct. */
  private static final int LOGIN_FIRST = 530;

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

  private static String text(Exception fault) {
    return String.valueOf(fault.getMessage()).strip();
  }
}
