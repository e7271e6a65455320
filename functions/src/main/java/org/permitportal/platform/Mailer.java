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
  private final Languages languages;
  private final String from;
  private final String configurationSet;

  public Mailer(
      SesV2Client ses,
      MailTemplates templates,
      Languages languages,
      @Value("${mail.from}") String from,
      @Value("${mail.configuration.set}") String configurationSet) {
    this.ses = ses;
    this.templates = templates;
    this.languages = languages;
    this.from = from;
    this.configurationSet = configurationSet;
  }

  /**
   * Sends one mail now, in the recipient's language.
   *
   * @param values the values that the mail needs
   * @throws Problem 503 when SES does not accept the mail
   */
  public void send(Recipient to, Mail mail, Map<String, String> values) {
    if (!deliver(to, mail, values)) {
      throw Outage.problem();
    }
  }

  /**
   * Sends one mail now, for code that can try again later.
   *
   * @return whether SES accepted the mail; false means that SES will never accept this address or
   *     mail
   * @throws Problem 503 when another try may succeed
   */
  public boolean deliver(Recipient to, Mail mail, Map<String, String> values) {
    MailTemplates.Message message = templates.write(mail, languages.best(to.language()), values);
    try {
      ses.sendEmail(
          s ->
              s.fromEmailAddress(from)
                  .configurationSetName(configurationSet)
                  .destination(d -> d.toAddresses(to.email()))
                  .content(
                      c ->
                          c.simple(
                              m ->
                                  m.subject(utf8(message.subject()))
                                      .body(
                                          b ->
                                              b.text(utf8(message.text()))
                                                  .html(utf8(message.html()))))));
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
