package org.permitportal.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.permitportal.local.Json;
import org.permitportal.local.template.Attributes;

/** Converts a request to API Gateway's event for a function, in payload format 2.0. */
final class ProxyEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ProxyEvent() {}

  static ObjectNode of(
      Call call,
      byte[] body,
      RouteTable.Match match,
      JwtAuthorizer.@Nullable Admission admission,
      Instant now) {
    String key = match.route().method() + " " + match.route().path();
    String path = Call.decodedSegment(call.path());
    ObjectNode event = Json.object().put("version", "2.0").put("routeKey", key);
    event.put("rawPath", path).put("rawQueryString", call.query());
    if (!call.cookies().isEmpty()) {
      call.cookies().forEach(event.putArray("cookies")::add);
    }
    ObjectNode headers = event.putObject("headers");
    call.headers().forEach(headers::put);
    headers.put("x-forwarded-for", call.address()).put("x-forwarded-proto", "http");
    if (!call.parameters().isEmpty()) {
      call.parameters().forEach(event.putObject("queryStringParameters")::put);
    }
    ObjectNode context = event.putObject("requestContext");
    context.put("accountId", Attributes.ACCOUNT).put("apiId", "local");
    if (admission != null) {
      ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
      ObjectNode claims = jwt.putObject("claims");
      admission.claims().properties().forEach(e -> claims.put(e.getKey(), text(e.getValue())));
      if (admission.scopes().isEmpty()) {
        jwt.putNull("scopes");
      } else {
        admission.scopes().forEach(jwt.putArray("scopes")::add);
      }
    }
    String host = call.headers().getOrDefault("host", "localhost");
    context.put("domainName", host.replaceFirst(":\\d+$", "")).put("domainPrefix", "local");
    ObjectNode http = context.putObject("http");
    http.put("method", call.method()).put("path", path).put("protocol", call.protocol());
    http.put("sourceIp", call.address());
    http.put("userAgent", call.headers().getOrDefault("user-agent", ""));
    context.put("requestId", UUID.randomUUID().toString()).put("routeKey", key);
    context.put("stage", "$default").put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
    if (!match.pathParameters().isEmpty()) {
      match.pathParameters().forEach(event.putObject("pathParameters")::put);
    }
    boolean text = isText(call.headers().getOrDefault("content-type", "text/plain"));
    if (body.length > 0) {
      event.put(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
    return event.put("isBase64Encoded", body.length > 0 && !text);
  }

  /**
   * Returns a claim as the text that API Gateway passes to functions. A list becomes {@code [a b]}.
   */
  private static String text(JsonNode claim) {
    if (claim.isArray()) {
      List<String> items =
          StreamSupport.stream(claim.spliterator(), false).map(JsonNode::asText).toList();
      return "[" + String.join(" ", items) + "]";
    }
    return claim.isObject() ? claim.toString() : claim.asText();
  }

  private static boolean isText(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.matches("application/(.+\\+)?(json|xml)|application/javascript");
  }
}
