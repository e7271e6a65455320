package org.permitportal.http;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Ids;

/**
 * Finds the IP address of the client that sent a request. Behind CloudFront, API Gateway sees only
 * CloudFront's address, and the header {@code CloudFront-Viewer-Address} has the client's address.
 * The portal trusts this header only together with the secret that only CloudFront sends
 * (docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html).
 */
@Singleton
class Viewer {
  private final String originSecret;

  /**
   * Creates a viewer with the secret from the function's environment.
   *
   * @param originSecret the secret that CloudFront sends; empty when the API is not behind
   *     CloudFront
   */
  Viewer(@Value("${origin.secret:}") String originSecret) {
    this.originSecret = originSecret;
  }

  /** Returns the client's IP address, or an empty text when the address is unknown. */
  String address(GatewayEvent event) {
    String viewer = event.header("cloudfront-viewer-address");
    if (viewer != null && vouched(event.header("x-origin-secret"))) {
      int port = viewer.lastIndexOf(':');
      return port < 0 ? viewer : viewer.substring(0, port);
    }
    GatewayEvent.Http http = event.requestContext().http();
    String source = http == null ? null : http.sourceIp();
    return source == null ? "" : source;
  }

  private boolean vouched(@Nullable String shown) {
    return shown != null && !originSecret.isEmpty() && Ids.same(shown, originSecret);
  }
}
