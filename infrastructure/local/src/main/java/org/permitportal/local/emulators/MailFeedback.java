package org.permitportal.local.emulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.permitportal.local.Json;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Resource;

/**
 * Emulates SES's configuration sets that send events to EventBridge, and SES's mailbox simulator at
 * {@code simulator.amazonses.com}. Mail to {@code bounce@} bounces, and mail to {@code complaint@}
 * is reported as spam. The address may have a label, such as {@code bounce+ana@}.
 */
public final class MailFeedback {
  private static final Pattern SIMULATOR =
      Pattern.compile("(?i)(bounce|complaint)(?:\\+[^@]*)?@simulator\\.amazonses\\.com");

  /** EventBridge's default bus, which receives the events. */
  @FunctionalInterface
  public interface Bus {
    void put(String detailType, String resource, JsonNode detail);
  }

  private final Map<String, Set<String>> published = new HashMap<>();
  private final Bus bus;

  /**
   * @param sets the template's configuration sets
   * @param destinations the event destinations of these configuration sets
   */
  public MailFeedback(List<Resource> sets, List<Resource> destinations, Attributes names, Bus bus) {
    this.bus = bus;
    for (Resource set : sets) {
      published.put(names.of(set, null), new HashSet<>());
    }
    for (Resource destination : destinations) {
      JsonNode properties =
          destination.stack().resolve(destination.definition().path("Properties"), names);
      Set<String> types = published.get(properties.path("ConfigurationSetName").asText());
      JsonNode events = properties.path("EventDestination");
      String arn = events.path("EventBridgeDestination").path("EventBusArn").asText();
      if (types == null || !arn.endsWith(":event-bus/default")) {
        throw destination.fault("needs a configuration set and EventBridge's default bus");
      }
      if (events.path("Enabled").asBoolean()) {
        events.path("MatchingEventTypes").forEach(type -> types.add(type.asText()));
      }
    }
  }

  /** Returns whether this configuration set exists. */
  boolean has(String configurationSet) {
    return published.containsKey(configurationSet);
  }

  /**
   * Publishes the bounce or complaint that a sent mail causes, if it causes one.
   *
   * @param configurationSet the configuration set with which the mail was sent
   */
  void sent(Mail mail, String configurationSet) {
    for (String address : mail.to()) {
      Matcher simulated = SIMULATOR.matcher(address);
      if (simulated.matches()) {
        boolean bounces = simulated.group(1).equalsIgnoreCase("bounce");
        if (published
            .getOrDefault(configurationSet, Set.of())
            .contains(bounces ? "bounce" : "complaint")) {
          bus.put(
              bounces ? "Email Bounced" : "Email Complaint Received",
              Attributes.arn("ses", "configuration-set/" + configurationSet),
              detail(mail, address, configurationSet, bounces));
        }
      }
    }
  }

  private static ObjectNode detail(Mail mail, String address, String set, boolean bounces) {
    ObjectNode detail = Json.object().put("eventType", bounces ? "Bounce" : "Complaint");
    String at = mail.sent().toString();
    if (bounces) {
      ObjectNode bounce = detail.putObject("bounce").put("feedbackId", mail.id());
      bounce.put("bounceType", "Permanent").put("bounceSubType", "General").put("timestamp", at);
      bounce.putArray("bouncedRecipients").addObject().put("emailAddress", address);
    } else {
      ObjectNode complaint = detail.putObject("complaint").put("feedbackId", mail.id());
      complaint.put("complaintFeedbackType", "abuse").put("timestamp", at);
      complaint.putArray("complainedRecipients").addObject().put("emailAddress", address);
    }
    ObjectNode sent = detail.putObject("mail").put("timestamp", at).put("source", mail.from());
    sent.put("messageId", mail.id());
    mail.to().forEach(sent.putArray("destination")::add);
    sent.putObject("tags").putArray("ses:configuration-set").add(set);
    return detail;
  }
}
