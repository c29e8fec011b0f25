package motcua.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.InstantSource;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import motcua.core.notice.Message;
import motcua.readmodel.Delivery;

/** E-mail over SMTP. One connection serves the messages of a round. */
public final class MailSender implements Sender {
  private final MailSettings settings;
  private final InstantSource clock;
  private final Session session;
  private Transport transport;

  /** Connects at the first message. */
  public MailSender(MailSettings settings, InstantSource clock) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(MailSettings settings) {
    String timeout = String.valueOf(settings.timeout().toMillis());
    boolean startTls = settings.security() == MailSettings.Security.STARTTLS;
    var properties = new Properties();
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", String.valueOf(settings.port()));
    properties.put("mail.smtp.connectiontimeout", timeout);
    properties.put("mail.smtp.timeout", timeout);
    properties.put("mail.smtp.writetimeout", timeout);
    properties.put("mail.smtp.auth", String.valueOf(settings.user().isPresent()));
    properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
    properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
    properties.put(
        "mail.smtp.ssl.enable", String.valueOf(settings.security() == MailSettings.Security.TLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    if (!settings.authorities().isEmpty()) {
      properties.put("mail.smtp.ssl.socketFactory", TrustedSockets.of(settings.authorities()));
      // The library would try again with the sockets Java makes.
      properties.put("mail.smtp.socketFactory.fallback", "false");
    }
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }

  @Override
  public Outcome send(Delivery delivery, Message message) {
    MimeMessage mail;
    try {
      mail = mail(delivery, message);
    } catch (AddressException wrong) {
      return new Outcome.Refused("no e-mail address: " + wrong.getMessage());
    } catch (MessagingException fault) {
      throw new IllegalStateException("a message cannot be written", fault);
    }
    try {
      connected().sendMessage(mail, mail.getAllRecipients());
      return new Outcome.Sent();
    } catch (MessagingException fault) {
      rest();
      return MailFaults.outcome(fault);
    }
  }

  private Transport connected() throws MessagingException {
    if (transport == null || !transport.isConnected()) {
      transport = session.getTransport("smtp");
      // Given a password, even an empty one, the library logs in.
      transport.connect(
          settings.user().orElse(null),
          settings.user().map(user -> settings.password()).orElse(null));
    }
    return transport;
  }

  private MimeMessage mail(Delivery delivery, Message message) throws MessagingException {
    var from = new InternetAddress(settings.from(), true);
    String id = "<" + delivery.key() + "@" + domain(from) + ">";
    var mail = new IdentifiedMail(session, id);
    mail.setFrom(from);
    mail.setRecipient(
        jakarta.mail.Message.RecipientType.TO, new InternetAddress(delivery.to().address(), true));
    mail.setSubject(message.subject(), UTF_8.name());
    mail.setSentDate(Date.from(clock.instant()));
    // So that absence notices are not sent back (RFC 3834).
    mail.setHeader("Auto-Submitted", "auto-generated");
    var alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(part(message.plain(), "plain"));
    alternatives.addBodyPart(part(message.html(), "html"));
    mail.setContent(alternatives);
    mail.saveChanges();
    return mail;
  }

  private static String domain(InternetAddress from) {
    return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), subtype);
    part.setDisposition(Part.INLINE);
    return part;
  }

  @Override
  public void rest() {
    if (transport != null) {
      try {
        transport.close();
      } catch (MessagingException gone) {
        // The server closed it first.
      }
      transport = null;
    }
  }

  @Override
  public void close() {
    rest();
  }

  /** The library would make a new Message-ID at each attempt. */
  private static final class IdentifiedMail extends MimeMessage {
    private final String id;

    IdentifiedMail(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
