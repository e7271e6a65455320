package org.permitportal.platform;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;

/** Sends mails through SES. */
@Singleton
public class Mailer {
  private final SesV2Client ses;
  private final MailTemplates templates;
  private final String from;
  private final String configurationSet;

  public Mailer(
      SesV2Client ses,
      MailTemplates templates,
      @Value("${mail.from}") String from,
      @Value("${mail.configuration.set}") String configurationSet) {
    this.ses = ses;
    this.templates = templates;
    this.from = from;
    this.configurationSet = configurationSet;
  }

  /**
   * Sends one mail now.
   *
   * @param event the name of the template
   * @param values the values of its placeholders
   * @throws Problem 503 when SES doesn't accept the mail
   */
  public void send(String to, String event, String language, Map<String, String> values) {
    if (!deliver(to, event, language, values)) {
      throw Outage.problem();
    }
  }

  /**
   * Sends one mail now, for a caller that can try again later.
   *
   * @return false when SES permanently refuses this address or mail
   * @throws Problem 503 when it may work later
   */
  public boolean deliver(String to, String event, String language, Map<String, String> values) {
    MailTemplates.Mail mail = templates.write(event, language, values);
    try {
      ses.sendEmail(
          s ->
              s.fromEmailAddress(from)
                  .configurationSetName(configurationSet)
                  .destination(d -> d.toAddresses(to))
                  .content(
                      c ->
                          c.simple(
                              m ->
                                  m.subject(utf8(mail.subject()))
                                      .body(
                                          b ->
                                              b.text(utf8(mail.text())).html(utf8(mail.html()))))));
      return true;
    } catch (MessageRejectedException | BadRequestException _) {
      return false;
    } catch (SdkException _) {
      throw Outage.problem();
    }
  }

  private static Content utf8(String text) {
    return Content.builder().data(text).charset("UTF-8").build();
  }
}
