package org.permitportal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.permitportal.local.gateway.Answer;
import org.permitportal.local.gateway.Call;
import org.permitportal.local.gateway.Gateway;
import org.permitportal.local.template.Route;

/**
 * Serves the pages of the local run that do not belong to the API: an overview of the running
 * parts, the mailbox, the contract, and the web front end if it was built.
 */
final class Pages {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript"),
          Map.entry("css", "text/css"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final PortalStack stack;
  private final Path root;
  private final Path web;
  private final Map<String, String> headers;

  /**
   * @param headers the headers for every page of the web front end
   */
  Pages(PortalStack stack, Path root, Map<String, String> headers) {
    this.stack = stack;
    this.root = root;
    this.headers = headers;
    this.web = root.resolve("web/dist").normalize();
  }

  void addTo(Gateway gateway) {
    MailboxPage mailbox = new MailboxPage(stack.mailbox());
    gateway.page("/mailbox", mailbox::html);
    gateway.page("/mailbox.json", mailbox::json);
    gateway.page("/local", _ -> whatRuns());
    gateway.page("/local/contract.yaml", _ -> contract());
    gateway.otherwise(this::file);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String head(String title) {
    return """
    <!doctype html><html lang=en><meta charset=utf-8>
    <meta name=viewport content="width=device-width"><title>%s</title>
    <style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:72rem;padding:0 1rem}
    td,th{text-align:left;vertical-align:top;padding:.2rem 1rem .2rem 0;overflow-wrap:anywhere}article{border-top:1px solid #888}
    .parts{display:flex;flex-wrap:wrap;gap:1rem}.parts>*{flex:1 1 24rem;min-height:12rem;
    white-space:pre-wrap;overflow-wrap:anywhere}</style><main>
    """
        .formatted(escaped(title));
  }

  private Answer contract() throws IOException {
    Path file = root.resolve(stack.app().contract());
    return Answer.of(200, "text/plain; charset=utf-8", Files.readAllBytes(file));
  }

  private Answer whatRuns() {
    StringBuilder page = new StringBuilder(head("Permit Portal, on this machine"));
    page.append("<h1>Permit Portal, on this machine</h1><p><a href=\"/mailbox\">Mailbox</a> · ");
    page.append("<a href=\"/local/contract.yaml\">Contract</a></p><table>");
    stack.parts().forEach((name, where) -> row(page, name, where));
    page.append("</table><h2>Operations</h2><table>");
    for (Route route : stack.app().routes()) {
      row(page, route.operationId(), route.method() + " " + route.path());
    }
    return Answer.html(page + "</table></main>");
  }

  private static void row(StringBuilder page, String left, String right) {
    page.append("<tr><th scope=row>").append(escaped(left)).append("<td>").append(escaped(right));
  }

  /**
   * Returns a file of the web front end. For any other path without a dot, returns the front end's
   * index page. Without a built front end, {@code /} shows the overview of the running parts.
   */
  private Answer file(Call call) throws IOException {
    Path file = web.resolve("." + call.path()).normalize();
    if (file.startsWith(web) && Files.isRegularFile(file)) {
      String name = file.getFileName().toString();
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      return page(
          Answer.of(
              200, type == null ? "application/octet-stream" : type, Files.readAllBytes(file)));
    }
    Path index = web.resolve("index.html");
    if (Files.isRegularFile(index) && !call.path().contains(".")) {
      return page(Answer.html(Files.readString(index)));
    }
    return call.path().equals("/")
        ? whatRuns()
        : Answer.of(404, "application/json", Json.bytes(Json.object().put("message", "Not Found")));
  }

  private Answer page(Answer answer) {
    answer.headers().putAll(headers);
    return answer;
  }
}
