package org.permitportal.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Resource;
import org.permitportal.local.template.Stack;

/**
 * Reads from the template the headers that CloudFront adds to every page. They are in the
 * template's response headers policy.
 */
final class PageHeaders {
  private PageHeaders() {}

  /**
   * Returns the headers, by lower-case name. Returns an empty map when the template has no response
   * headers policy.
   *
   * @param documents the local address of S3; it replaces the buckets' addresses on AWS
   */
  static Map<String, String> of(Stack template, Attributes attributes, String documents) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Resource policy : template.resources("AWS::CloudFront::ResponseHeadersPolicy")) {
      JsonNode config = policy.properties(attributes).path("ResponseHeadersPolicyConfig");
      JsonNode security = config.path("SecurityHeadersConfig");
      put(headers, "content-security-policy", security, "ContentSecurityPolicy");
      put(headers, "x-frame-options", security, "FrameOption");
      put(headers, "referrer-policy", security, "ReferrerPolicy");
      if (security.has("ContentTypeOptions")) {
        headers.put("x-content-type-options", "nosniff");
      }
      JsonNode transport = security.path("StrictTransportSecurity");
      if (!transport.isMissingNode()) {
        headers.put("strict-transport-security", strictTransport(transport));
      }
      config
          .path("CustomHeadersConfig")
          .path("Items")
          .forEach(
              item ->
                  headers.put(
                      item.path("Header").asText().toLowerCase(Locale.ROOT),
                      item.path("Value").asText()));
    }
    headers.replaceAll((name, value) -> here(value, template, attributes, documents));
    return headers;
  }

  /**
   * Puts one header. Its value is in a nested object, next to a flag that says whether CloudFront
   * overrides the origin's header.
   */
  private static void put(
      Map<String, String> headers, String header, JsonNode security, String property) {
    JsonNode value = security.findValue(property);
    while (value != null && value.isObject()) {
      value = value.get(property);
    }
    if (value != null) {
      headers.put(header, value.asText());
    }
  }

  private static String strictTransport(JsonNode transport) {
    return "max-age="
        + transport.path("AccessControlMaxAgeSec").asLong()
        + (transport.path("IncludeSubdomains").asBoolean() ? "; includeSubDomains" : "")
        + (transport.path("Preload").asBoolean() ? "; preload" : "");
  }

  private static String here(
      String value, Stack template, Attributes attributes, String documents) {
    String result = value;
    for (Resource bucket : template.resources("AWS::S3::Bucket")) {
      for (String attribute : new String[] {"RegionalDomainName", "DomainName"}) {
        result = result.replace("https://" + attributes.of(bucket, attribute), documents);
      }
    }
    return result;
  }
}
