package org.permitportal.local.emulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.permitportal.local.Json;

/**
 * Serves the operation SendEmail of SES version 2. It supports simple content, raw content and
 * configuration sets.
 */
final class SesEndpoint {
  private final Mailbox mailbox;
  private final MailFeedback feedback;

  SesEndpoint(Mailbox mailbox, MailFeedback feedback) {
    this.mailbox = mailbox;
    this.feedback = feedback;
  }

  void handle(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      AwsServices.error(exchange, 405, "MethodNotAllowedException", "only POST");
      return;
    }
    if (mailbox.paused()) {
      AwsServices.error(exchange, 400, "SendingPausedException", "Sending is paused");
      return;
    }
    JsonNode input = Json.read(exchange.getRequestBody().readAllBytes());
    String set = input.path("ConfigurationSetName").asText();
    if (!set.isEmpty() && !feedback.has(set)) {
      AwsServices.error(
          exchange, 404, "NotFoundException", "Configuration set <" + set + "> does not exist.");
      return;
    }
    try {
      MimeMessage message = message(input);
      List<String> to = recipients(input, message);
      String id = UUID.randomUUID().toString();
      Mail mail = mailbox.add(id, to, message);
      if (!set.isEmpty()) {
        feedback.sent(mail, set);
      }
      AwsServices.send(exchange, 200, Json.object().put("MessageId", id));
    } catch (AddressException e) {
      AwsServices.error(exchange, 400, "BadRequestException", "Illegal address: " + e.getRef());
    } catch (MessagingException | IllegalArgumentException e) {
      AwsServices.error(exchange, 400, "BadRequestException", String.valueOf(e.getMessage()));
    }
  }

  private static MimeMessage message(JsonNode input) throws MessagingException {
    JsonNode content = input.path("Content");
    if (content.has("Raw")) {
      byte[] raw = Base64.getDecoder().decode(content.path("Raw").path("Data").asText());
      MimeMessage message = Mailbox.parsed(raw);
      if (input.has("FromEmailAddress")) {
        message.setFrom(sender(input));
      }
      if (message.getFrom() == null) {
        throw new MessagingException("Missing required header 'From'.");
      }
      return message;
    }
    if (!content.has("Simple")) {
      throw new MessagingException("Content needs Simple or Raw");
    }
    MimeMessage message = new MimeMessage(Mailbox.SESSION);
    message.setFrom(sender(input));
    JsonNode destination = input.path("Destination");
    message.setRecipients(Message.RecipientType.TO, addresses(destination.path("ToAddresses")));
    message.setRecipients(Message.RecipientType.CC, addresses(destination.path("CcAddresses")));
    if (input.has("ReplyToAddresses")) {
      message.setReplyTo(addresses(input.path("ReplyToAddresses")));
    }
    JsonNode simple = content.path("Simple");
    if (!simple.path("Subject").has("Data")) {
      throw new MessagingException("Missing the subject");
    }
    message.setSubject(simple.path("Subject").path("Data").asText(), "UTF-8");
    for (JsonNode header : simple.path("Headers")) {
      message.setHeader(header.path("Name").asText(), header.path("Value").asText());
    }
    message.setContent(body(simple.path("Body")));
    message.saveChanges();
    return message;
  }

  private static MimeMultipart body(JsonNode body) throws MessagingException {
    MimeMultipart parts = new MimeMultipart("alternative");
    if (body.path("Text").has("Data")) {
      MimeBodyPart text = new MimeBodyPart();
      text.setText(body.path("Text").path("Data").asText(), "UTF-8", "plain");
      parts.addBodyPart(text);
    }
    if (body.path("Html").has("Data")) {
      MimeBodyPart html = new MimeBodyPart();
      html.setText(body.path("Html").path("Data").asText(), "UTF-8", "html");
      parts.addBodyPart(html);
    }
    if (parts.getCount() == 0) {
      throw new MessagingException("Missing the body");
    }
    return parts;
  }

  /**
   * Returns the sender. On AWS the sender's domain must be verified. Here the sender only has to be
   * an address with a domain.
   */
  private static Address sender(JsonNode input) throws MessagingException {
    String from = input.path("FromEmailAddress").asText();
    InternetAddress address = new InternetAddress(from, true);
    if (!address.getAddress().matches("[^@]+@[^@]+\\.[^@.]+")) {
      throw new AddressException("not verified", from);
    }
    return address;
  }

  private static Address[] addresses(JsonNode list) throws AddressException {
    List<Address> addresses = new ArrayList<>();
    for (JsonNode address : list) {
      addresses.add(new InternetAddress(address.asText(), true));
    }
    return addresses.toArray(Address[]::new);
  }

  private static List<String> recipients(JsonNode input, MimeMessage message)
      throws MessagingException {
    List<String> recipients = new ArrayList<>();
    for (String kind : List.of("ToAddresses", "CcAddresses", "BccAddresses")) {
      for (Address address : addresses(input.path("Destination").path(kind))) {
        recipients.add(((InternetAddress) address).getAddress());
      }
    }
    if (recipients.isEmpty() && message.getAllRecipients() != null) {
      for (Address address : message.getAllRecipients()) {
        recipients.add(((InternetAddress) address).getAddress());
      }
    }
    if (recipients.isEmpty()) {
      throw new MessagingException("Missing a recipient");
    }
    return recipients;
  }
}
