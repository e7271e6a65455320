package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Handlers;
import org.permitportal.files.TestFiles;
import org.permitportal.platform.Caller;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.MemberRole;
import org.permitportal.platform.Caller.Origin;
import org.permitportal.platform.CallerLimits;
import org.permitportal.platform.CallerLimits.Purpose;
import org.permitportal.platform.Ids;

/**
 * Tests that operations that cost the city money or work are limited for each caller, without an
 * effect on other callers.
 */
class CallerLimitsJourneyTest {
  private static final Map<String, Purpose> OF_DRAFTS =
      Map.of(
          "checkName", Purpose.NAME_CHECKS,
          "saveCompany", Purpose.NAMES,
          "sendCode", Purpose.MAILS,
          "mailResumeLink", Purpose.MAILS,
          "requestAttachment", Purpose.UPLOADS);

  private static final Map<String, Purpose> OF_ACCOUNTS =
      Map.of(
          "requestLink", Purpose.LINK_REQUESTS,
          "requestUpload", Purpose.UPLOADS,
          "requestAccountDocument", Purpose.UPLOADS,
          "inviteMember", Purpose.INVITATIONS);

  private static final String NO_PERMIT = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

  @Test
  void oneAddressBeginsSoManyRegistrationsAndAnotherItsOwn() {
    String address = ApiCall.anAddress();
    spend(Purpose.REGISTRATIONS, new Anyone(new Origin(address, "en")));
    ApiCall.Answer refused = begin(address).expect(429);
    assertThat(refused.code()).isEqualTo("TOO_MANY_TRIES");
    assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 3600);
    begin(ApiCall.anAddress()).expect(201);
  }

  @Test
  void oneAddressesDraftsShareWhatTheyMayDo() {
    String address = ApiCall.anAddress();
    Map<String, Function<ADraft, ApiCall>> calls =
        Map.of(
            "checkName", draft -> draft.call("checkName").query("name", "Rivera"),
            "saveCompany", draft -> draft.company(),
            "sendCode", draft -> draft.call("sendCode"),
            "mailResumeLink", draft -> draft.call("mailResumeLink"),
            "requestAttachment", draft -> ItsFiles.of(draft).asking(TestFiles.PLAIN_PDF));
    assertThat(calls.keySet()).isEqualTo(OF_DRAFTS.keySet());
    ADraft draft = ADraft.complete();
    EnumSet.copyOf(OF_DRAFTS.values())
        .forEach(purpose -> spend(purpose, new Anyone(new Origin(address, "en"))));
    calls.values().forEach(call -> call.apply(draft).from(address).expect(429));
    // From another IP address, everything still works.
    draft.call("checkName").query("name", "Rivera").expect(200);
  }

  @Test
  void anAccountAsksForSoMuchWhereverItsPeopleAre() {
    AnAccount account = AnAccount.confirmed();
    String token = account.signedIn().accessToken();
    ApiCall link =
        ApiCall.of("requestLink").json("role", "contractor-of-record", "reason", "Our roof.");
    ApiCall upload =
        ApiCall.of("requestUpload")
            .json(
                "kind", "photo",
                "name", "roof.png",
                "type", "image/png",
                "bytes", 1,
                "sha256", TestFiles.PLAIN_PDF.sha256());
    ApiCall document =
        ApiCall.of("requestAccountDocument")
            .json(
                "kind", "state-license",
                "name", "license.pdf",
                "type", "application/pdf",
                "bytes", 1,
                "sha256", TestFiles.PLAIN_PDF.sha256());
    ApiCall invitation =
        ApiCall.of("inviteMember")
            .json(
                "email", "mara-" + account.email(),
                "role", "MEMBER",
                "name", "Mara Rivera",
                "language", "en");
    Map<String, ApiCall> calls =
        Map.of(
            "requestLink", link,
            "requestUpload", upload,
            "requestAccountDocument", document,
            "inviteMember", invitation);
    assertThat(calls.keySet()).isEqualTo(OF_ACCOUNTS.keySet());
    calls.values().forEach(call -> call.bearer(token).path("permitId", NO_PERMIT));
    link.expect(404);
    upload.expect(404);
    spend(Purpose.LINK_REQUESTS, of(account), 1);
    spend(Purpose.UPLOADS, of(account), 1);
    spend(Purpose.INVITATIONS, of(account));
    calls.values().forEach(call -> call.from(ApiCall.anAddress()).expect(429));
  }

  @Test
  void everyOperationWithALimitIsTriedHereAndEveryPurposeHasOne() {
    Set<String> limited =
        Handlers.all().values().stream()
            .filter(
                function ->
                    Arrays.stream(function.handler().getDeclaredFields())
                        .anyMatch(field -> field.getType() == CallerLimits.class))
            .map(Handlers.Function::operationId)
            .collect(Collectors.toSet());
    Map<String, Purpose> tried = new HashMap<>(OF_DRAFTS);
    tried.putAll(OF_ACCOUNTS);
    tried.put("startRegistration", Purpose.REGISTRATIONS);
    assertThat(tried.keySet()).isEqualTo(limited);
    assertThat(tried.values()).contains(Purpose.values());
  }

  @Test
  void anAddressCountsOnlyWhenCloudFrontsSecretStandsBesideIt() {
    String address = ApiCall.anAddress();
    spend(Purpose.REGISTRATIONS, new Anyone(new Origin(address, "en")));
    begin(address).header("x-origin-secret", "of somebody else").expect(201);
    begin(address).expect(429);
  }

  @Test
  void oneHouseholdsAddressesOfIpVersionSixAreOneCaller() {
    String household = "2001:db8:" + Integer.toHexString(ApiCall.anAddress().hashCode() & 0xffff);
    spend(Purpose.REGISTRATIONS, new Anyone(new Origin(household + ":1::1", "en")));
    begin(household + ":1:ffff::9").expect(429);
    begin(household + ":2::1").expect(201);
  }

  private static ApiCall begin(String address) {
    String terms = ApiCall.of("getPortal").expect(200).text("/termsVersion");
    return ApiCall.of("startRegistration")
        .from(address)
        .json("agreed", true, "termsVersion", terms);
  }

  private static Applicant of(AnAccount account) {
    String accountId = Ids.derived(account.draftId(), "account", "");
    return new Applicant(new Origin("", "en"), "", accountId, MemberRole.OWNER, "", "", null);
  }

  /** Uses up a limit. */
  private static void spend(Purpose purpose, Caller caller) {
    spend(purpose, caller, 0);
  }

  private static void spend(Purpose purpose, Caller caller, int spent) {
    try (ApplicationContext beans = TheBeans.of("StartRegistrationFunction")) {
      CallerLimits limits = beans.getBean(CallerLimits.class);
      for (int i = spent; i < purpose.most(); i++) {
        limits.count(purpose, caller);
      }
    }
  }
}
