package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Tests that the local mailbox shows each part of a mail and does not run the mail's scripts. */
class MailboxPageTest {
  private static final String HOSTILE =
      "<h1>Hi</h1><img src=x onerror=\"alert(1)\"><script>alert(2)</script></iframe>";
  private static final String TEXT =
      "</pre><script>alert(3)</script> see https://portal.example/a?b=1&c=\"onclick=x and"
          + " javascript:x";

  @Test
  void aMailIsShownInBothPartsAndCanDoNothing() throws Exception {
    HttpResponse<String> page = shown("<script>alert(4)</script>");

    assertThat(page.body())
        .doesNotContain("<script", "<img", "href=\"javascript:")
        .contains("&lt;script&gt;alert(4)&lt;/script&gt;")
        .contains("<a href=\"https://portal.example/a?b=1&amp;c=&quot;onclick=x\">");
    MatchResult frame =
        Pattern.compile("<iframe ([^>]*?)srcdoc=\"([^\"]*)\"></iframe>")
            .matcher(page.body())
            .results()
            .findFirst()
            .orElseThrow();
    assertThat(frame.group(1)).contains("sandbox ").doesNotContain("allow-");
    assertThat(unescaped(frame.group(2)).strip()).isEqualTo(HOSTILE);
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("script-src", "frame-src");
  }

  private static HttpResponse<String> shown(String subject)
      throws IOException, InterruptedException {
    String to = UUID.randomUUID() + "@mail.example";
    try (ApplicationContext beans = TheBeans.of("DeliverNoticesFunction")) {
      beans
          .getBean(SesV2Client.class)
          .sendEmail(
              s ->
                  s.fromEmailAddress("permits@juniperfalls.example")
                      .destination(d -> d.toAddresses(to))
                      .content(
                          c ->
                              c.simple(
                                  m ->
                                      m.subject(t -> t.data(subject))
                                          .body(
                                              b ->
                                                  b.text(t -> t.data(TEXT))
                                                      .html(t -> t.data(HOSTILE))))));
    }
    HttpRequest page =
        HttpRequest.newBuilder(URI.create(ThePortal.stack().url() + "/mailbox?to=" + to)).build();
    return HttpClient.newHttpClient().send(page, BodyHandlers.ofString());
  }

  private static String unescaped(String attribute) {
    return attribute
        .replace("&quot;", "\"")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&");
  }
}
