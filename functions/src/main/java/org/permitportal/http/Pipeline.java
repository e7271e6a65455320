package org.permitportal.http;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Caller;
import org.permitportal.platform.Caller.Origin;
import org.permitportal.platform.Languages;
import org.permitportal.platform.Log;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RequestDeadline;
import org.permitportal.platform.RequestProblem;

/** Handles one request in steps: event → caller → request → handler → response → one log line. */
@Singleton
class Pipeline {
  private final JsonMapper json;
  private final Requests requests;
  private final Viewer viewer;
  private final Languages languages;
  private final Log log;

  Pipeline(JsonMapper json, Requests requests, Viewer viewer, Languages languages, Log log) {
    this.json = json;
    this.requests = requests;
    this.viewer = viewer;
    this.languages = languages;
    this.log = log;
  }

  <Q extends Record, C extends Caller, A> void run(
      Operation<Q, C, A> operation, InputStream input, OutputStream output) throws IOException {
    GatewayEvent event = json.readValue(input, GatewayEvent.class);
    Log.Line line = log.line(operation.operationId(), event.requestId());
    RequestDeadline.begin();
    try {
      json.writeValue(output, written(event, answer(operation, event, line)));
    } finally {
      RequestDeadline.end();
    }
    line.write();
  }

  /**
   * Reads an empty request and writes a response, to prime these steps. It authenticates nobody,
   * does not call the handler and writes no log line.
   */
  <Q extends Record, C extends Caller, A> void prime(Operation<Q, C, A> operation)
      throws IOException {
    byte[] nobody =
        "{\"requestContext\":{\"requestId\":\"\"},\"isBase64Encoded\":false,\"body\":\"{}\"}"
            .getBytes(StandardCharsets.UTF_8);
    GatewayEvent event = json.readValue(new ByteArrayInputStream(nobody), GatewayEvent.class);
    Reply<?> refused;
    try {
      requests.read(operation.request(), event);
      refused = Reply.nothing();
    } catch (Problem problem) {
      refused = ProblemBody.reply(problem, "");
    }
    json.writeValue(new ByteArrayOutputStream(), written(event, refused));
  }

  private <Q extends Record, C extends Caller, A> Reply<?> answer(
      Operation<Q, C, A> operation, GatewayEvent event, Log.Line line) {
    try {
      C caller = operation.admit(event, this);
      line.caller(caller.kind());
      Reply<A> reply =
          ForDraft.withRoom(
              operation.handle(requests.read(operation.request(), event), caller), event);
      line.status(reply.status());
      return reply;
    } catch (Problem problem) {
      line.problem(problem.code());
      return ProblemBody.reply(problem, event.requestId());
    } catch (RuntimeException | StackOverflowError fault) {
      // This also catches a stack overflow, which a pattern may cause for a very long text.
      // Otherwise the overflow would end the whole Lambda environment.
      line.fault(fault);
      if (Outage.caused(fault)) {
        Problem problem = Outage.problem();
        line.problem(problem.code());
        return ProblemBody.reply(problem, event.requestId());
      }
      return ProblemBody.reply(Problem.of(RequestProblem.INTERNAL_ERROR), event.requestId());
    }
  }

  /**
   * Returns the origin of a request: the caller's address, and the best language for the caller of
   * the city's languages.
   */
  Origin origin(GatewayEvent event) {
    return new Origin(viewer.address(event), languages.best(event.header("accept-language")));
  }

  private GatewayReply written(GatewayEvent event, Reply<?> reply) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.putIfAbsent("cache-control", "no-store");
    // If the response must not be cached, its ETag is the version for If-Match. Such an ETag does
    // not identify the whole response, so it must not cause a 304.
    boolean kept = !"no-store".equals(headers.get("cache-control"));
    if (kept && unchanged(event, headers.get("etag"))) {
      return new GatewayReply(304, headers, null, null);
    }
    String body =
        switch (reply.body()) {
          case null -> null;
          case Reply.Json ready -> ready.text();
          case Object answer -> new String(json.writeValueAsBytes(answer), StandardCharsets.UTF_8);
        };
    if (body != null) {
      headers.putIfAbsent("content-type", "application/json");
    }
    return new GatewayReply(
        reply.status(), headers, reply.cookies().isEmpty() ? null : reply.cookies(), body);
  }

  private static boolean unchanged(GatewayEvent event, @Nullable String tag) {
    GatewayEvent.Http http = event.requestContext().http();
    String known = event.header("if-none-match");
    if (tag == null || known == null || http == null || !"GET".equals(http.method())) {
      return false;
    }
    for (String one : known.split(",", -1)) {
      String bare = one.trim();
      if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
