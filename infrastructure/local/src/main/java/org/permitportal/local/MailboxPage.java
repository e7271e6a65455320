package org.permitportal.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.permitportal.local.emulators.Mail;
import org.permitportal.local.emulators.Mailbox;
import org.permitportal.local.gateway.Answer;
import org.permitportal.local.gateway.Call;

/**
 * Serves the sent mails: {@code /mailbox} for people and {@code /mailbox.json} for programs. The
 * parameter {@code to} selects the mails to one address.
 */
final class MailboxPage {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)]");

  /**
   * The content security policy of the page. It keeps mails from running scripts and loading files,
   * even in browsers without sandboxed frames.
   */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final Mailbox mailbox;

  MailboxPage(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  Answer html(Call call) {
    StringBuilder page = new StringBuilder(Pages.head("Mailbox"));
    page.append("<h1>Mailbox</h1><p>Every mail the portal has sent, newest first.</p>");
    List<Mail> mails = mails(call);
    if (mails.isEmpty()) {
      page.append("<p>None yet.</p>");
    }
    for (Mail mail : mails) {
      page.append("<article><h2>").append(Pages.escaped(mail.subject())).append("</h2><p>");
      page.append(Pages.escaped(mail.sent() + " · from " + mail.from() + " · to "));
      page.append(Pages.escaped(String.join(", ", mail.to()))).append("</p><div class=parts><pre>");
      page.append(linked(mail.text())).append("</pre>");
      if (!mail.html().isEmpty()) {
        // The sandbox shows the mail but does not run its scripts.
        page.append("<iframe sandbox title=\"The HTML part\" srcdoc=\"");
        page.append(Pages.escaped(mail.html())).append("\"></iframe>");
      }
      page.append("</div></article>");
    }
    return Answer.html(page + "</main>")
        .with("content-security-policy", POLICY)
        .with("referrer-policy", "no-referrer");
  }

  Answer json(Call call) {
    ArrayNode list = Json.array();
    for (Mail mail : mails(call)) {
      ObjectNode one = list.addObject().put("id", mail.id()).put("sent", mail.sent().toString());
      one.put("from", mail.from()).put("subject", mail.subject());
      mail.to().forEach(one.putArray("to")::add);
      one.put("text", mail.text()).put("html", mail.html());
      ArrayNode links = one.putArray("links");
      LINK.matcher(mail.text()).results().map(MatchResult::group).forEach(links::add);
    }
    return Answer.of(200, "application/json", Json.bytes(list));
  }

  private List<Mail> mails(Call call) {
    String to = call.parameters().getOrDefault("to", "");
    return to.isEmpty() ? mailbox.mails() : mailbox.mailsTo(to);
  }

  private static String linked(String text) {
    return LINK.matcher(Pages.escaped(text)).replaceAll("<a href=\"$0\">$0</a>");
  }
}
