package org.permitportal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response in API Gateway's payload format 2.0. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record GatewayReply(
    int statusCode,
    Map<String, String> headers,
    @Nullable List<String> cookies,
    @Nullable String body) {
  @Override
  public String toString() {
    return "GatewayReply[" + statusCode + "]";
  }
}
