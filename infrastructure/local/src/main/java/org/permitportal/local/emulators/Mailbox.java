package org.permitportal.local.emulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.permitportal.local.Json;

/** Stores all sent mails in a file. Serves them to {@code /mailbox} and by IMAP. */
public final class Mailbox implements AutoCloseable {
  /**
   * The mail session for all mails. There is only one, because creating a session searches the
   * whole class path.
   */
  static final Session SESSION = Session.getInstance(new Properties());

  private final GreenMail greenMail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final Path file;
  private final Clock clock;
  private volatile boolean paused;

  public Mailbox(Path file, Clock clock) throws IOException, MessagingException {
    this.file = file;
    this.clock = clock;
    greenMail.start();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        JsonNode kept = Json.read(line);
        List<String> to = new ArrayList<>();
        kept.path("to").forEach(address -> to.add(address.asText()));
        byte[] mime = Base64.getDecoder().decode(kept.path("mime").asText());
        Instant sent = Instant.parse(kept.path("sent").asText());
        deliver(kept.path("id").asText(), sent, to, parsed(mime));
      }
    }
  }

  static MimeMessage parsed(byte[] mime) throws MessagingException {
    return new MimeMessage(SESSION, new ByteArrayInputStream(mime));
  }

  /** Returns all mails, the newest first. */
  public List<Mail> mails() {
    return mails.reversed();
  }

  /** Returns the mails to this address, the newest first. */
  public List<Mail> mailsTo(String address) {
    return mails().stream()
        .filter(mail -> mail.to().stream().anyMatch(address::equalsIgnoreCase))
        .toList();
  }

  /**
   * Returns the port on which mail programs can read mails by IMAP. User name and password are both
   * the email address.
   */
  public int imapPort() {
    return greenMail.getImap().getPort();
  }

  /**
   * Pauses or resumes sending. While sending is paused, SES refuses mails as it does for a paused
   * AWS account.
   *
   * @param refuses whether SES refuses mails from now on
   */
  public void pause(boolean refuses) {
    paused = refuses;
  }

  boolean paused() {
    return paused;
  }

  synchronized Mail add(String id, List<String> to, MimeMessage message)
      throws IOException, MessagingException {
    ByteArrayOutputStream mime = new ByteArrayOutputStream();
    message.writeTo(mime);
    Instant sent = clock.instant();
    Mail mail = deliver(id, sent, to, message);
    var line = Json.object().put("id", id).put("sent", sent.toString());
    to.forEach(line.putArray("to")::add);
    line.put("mime", Base64.getEncoder().encodeToString(mime.toByteArray()));
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return mail;
  }

  private Mail deliver(String id, Instant sent, List<String> to, MimeMessage message)
      throws IOException, MessagingException {
    for (String address : to) {
      user(address).deliver(message);
    }
    String from = ((InternetAddress) message.getFrom()[0]).getAddress();
    String subject = message.getSubject() == null ? "" : message.getSubject();
    Mail mail =
        new Mail(
            id,
            sent,
            from,
            List.copyOf(to),
            subject,
            part(message, "text/plain"),
            part(message, "text/html"));
    mails.add(mail);
    return mail;
  }

  private GreenMailUser user(String address) {
    GreenMailUser known = greenMail.getUserManager().getUserByEmail(address);
    if (known != null) {
      return known;
    }
    try {
      return greenMail.getUserManager().createUser(address, address, address);
    } catch (UserException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type) && part.getContent() instanceof String text) {
      return text;
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = part(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  @Override
  public void close() {
    greenMail.stop();
  }
}
