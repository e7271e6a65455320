package org.permitportal.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.permitportal.journey.PerLocalRun;
import org.permitportal.local.PortalStack;
import org.permitportal.local.emulators.Mail;
import org.permitportal.local.lambda.LambdaCall;

/**
 * Collects everything that leaves a local run: requests and answers of functions, printed lines,
 * and mails. After each test class the texts are searched for secrets. A test class that leaked a
 * secret fails, so the order of the classes does not matter.
 */
public final class Traffic {
  private static final PerLocalRun<Traffic> RUNS = PerLocalRun.of(Traffic::new);
  private static final AtomicBoolean PRINTED = new AtomicBoolean();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Leaks leaks = new Leaks();
  private final Queue<Text> texts = new ArrayDeque<>();
  private final Map<Channel, Integer> counts = new EnumMap<>(Channel.class);
  private @Nullable PortalStack stack;

  /** A text that left the local run. */
  private record Text(Channel channel, String source, String text) {}

  /** Watches a local run from now on. */
  public static void watch(PortalStack stack) {
    if (PRINTED.compareAndSet(false, true)) {
      Printed.watch(line -> ofThisRun().record(Channel.LOG, "printed", line));
    }
    Traffic traffic = ofThisRun();
    synchronized (traffic) {
      traffic.stack = stack;
    }
    stack.onLambdaCall(traffic::record);
  }

  /** Returns the collected texts of this thread's local run. */
  public static Traffic ofThisRun() {
    return RUNS.get();
  }

  /**
   * Stores the name and the email address of an account that was made without requests. Searches
   * look for them too.
   */
  public void keep(String name, String email) {
    leaks.keep(Kind.WORDS, name);
    leaks.keep(Kind.EMAIL, email);
  }

  Leaks leaks() {
    return leaks;
  }

  synchronized int count(Channel channel) {
    return counts.getOrDefault(channel, 0);
  }

  synchronized void record(Channel channel, String source, String text) {
    texts.add(new Text(channel, source, text));
    counts.merge(channel, 1, Integer::sum);
  }

  private void record(LambdaCall call) {
    try {
      JsonNode event = JSON.readTree(call.event());
      if (!event.has("rawPath")) {
        return;
      }
      String url = event.path("rawPath").asText() + "?" + event.path("rawQueryString").asText();
      record(Channel.URL, call.function(), decoded(url));
      String asked = event.path("body").asText();
      asked(
          event,
          event.path("isBase64Encoded").asBoolean()
              ? new String(Base64.getDecoder().decode(asked), StandardCharsets.UTF_8)
              : asked);
      if (call.reply() != null) {
        answered(call.function(), JSON.readTree(call.reply()));
      }
    } catch (IOException e) {
      throw new AssertionError("No event: " + call.function(), e);
    }
  }

  private void asked(JsonNode event, String body) {
    JsonNode headers = event.path("headers");
    leaks.keep(Kind.TOKEN, headers.path("authorization").asText().replaceFirst("^Bearer ", ""));
    leaks.keep(Kind.TOKEN, headers.path("x-draft-token").asText());
    event
        .path("cookies")
        .forEach(c -> leaks.keep(Kind.TOKEN, c.asText().replaceFirst("^.*?=", "")));
    Fields.asked(parsed(body), leaks::keep);
  }

  private void answered(String function, JsonNode reply) {
    for (JsonNode cookie : reply.path("cookies")) {
      leaks.keep(Kind.TOKEN, cookie.asText().replaceFirst("^.*?=", "").replaceFirst(";.*", ""));
    }
    String text = reply.path("body").asText();
    if (reply.path("statusCode").asInt() >= 400) {
      record(Channel.PROBLEM, function, text);
    }
    JsonNode body = parsed(text);
    // The city's own phone number and address are public.
    if (!function.equals("GetPortalFunction")) {
      Fields.answered(body, leaks::keep);
    }
    body.findValuesAsText("url").stream()
        .filter(url -> url.startsWith("http"))
        .forEach(url -> record(Channel.URL, function, decoded(url)));
  }

  /** Returns the secret values in the texts since the last call that must not appear there. */
  public synchronized List<String> found() {
    List<String> found = new ArrayList<>();
    for (Text text = texts.poll(); text != null; text = texts.poll()) {
      for (Leaks.Value value : leaks.in(text.channel(), text.text())) {
        found.add(
            value.kind() + " in " + text.channel() + " of " + text.source() + ": " + text.text());
      }
    }
    List<Mail> mails = stack == null ? List.of() : stack.mailbox().mails().reversed();
    for (Mail mail : mails.subList(counts.getOrDefault(Channel.MAIL, 0), mails.size())) {
      for (Leaks.Value value : MailRule.broken(leaks, mail)) {
        found.add(value + " in a mail to " + mail.to() + ": " + mail.subject());
      }
      counts.merge(Channel.MAIL, 1, Integer::sum);
    }
    return found;
  }

  private static JsonNode parsed(String body) {
    try {
      return body.isBlank() ? JSON.missingNode() : JSON.readTree(body);
    } catch (IOException _) {
      // A test has sent this text on purpose, to see that it is refused.
      return JSON.missingNode();
    }
  }

  private static String decoded(String url) {
    return URLDecoder.decode(url.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
  }
}
