package org.permitportal.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.accounts.Member;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.contract.Yaml;
import org.permitportal.crash.CrashPoints;
import org.permitportal.crash.CrashPoints.Run;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.Sent;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.Table;

/** Interrupts operations of staff and members at each AWS call. Nothing may stay half-done. */
class LicenseCrashTest {
  private static ApplicationContext beans;

  @BeforeAll
  static void start() {
    beans = TheBeans.of("ConfirmRegistrationFunction");
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  /** A clerk decides a license. */
  private record Deciding(AHolder holder, String license) implements Run {
    static Deciding fresh() {
      AHolder holder = AHolder.roofing();
      return new Deciding(holder, holder.license("RC-1", "2099-06-30").path("licenseId").asText());
    }

    @Override
    public void act() {
      holder.deciding(license, 1).json("decision", "REJECT", "reason", "No.").send();
    }

    @Override
    public void again() {
      holder.deciding(license, 1).json("decision", "REJECT", "reason", "No.").expect(200);
      told(true);
    }

    @Override
    public void left() {
      told(holder.license(license).path("status").asText().equals("REJECTED"));
    }

    private void told(boolean rejected) {
      assertThat(holder.license(license).path("version").asLong()).isEqualTo(rejected ? 2 : 1);
      if (rejected) {
        VerificationJourneyTest.mail(holder, "Not verified: your license RC-1");
      }
      assertThat(VerificationJourneyTest.subjects(holder))
          .filteredOn(subject -> subject.contains("RC-1"))
          .hasSize(rejected ? 1 : 0);
    }
  }

  /** A member removes a document. */
  private record Removing(AHolder holder, String document, String url) implements Run {
    static Removing fresh() {
      AHolder holder = AHolder.roofing();
      String id = holder.uploaded(TestFiles.PLAIN_PDF, "business-license", null);
      String url =
          holder.call("getAccountDocument").path("documentId", id).expect(200).text("/url");
      return new Removing(holder, id, url);
    }

    @Override
    public void act() {
      holder.call("removeAccountDocument").path("documentId", document).send();
    }

    @Override
    public void again() {
      holder.call("removeAccountDocument").path("documentId", document).expect(204);
      inStep(false);
    }

    @Override
    public void left() {
      boolean there = holder.document(document).isPresent();
      sweep();
      inStep(there);
    }

    /** Checks that the item and the object both exist, or that both are deleted. */
    private void inStep(boolean there) {
      assertThat(holder.document(document).isPresent()).isEqualTo(there);
      assertThat(Sent.get(url).statusCode()).isEqualTo(there ? 200 : 404);
      assertThat(beans.getBean(DocumentStore.class).find(holder.accountId(), document).isPresent())
          .isEqualTo(there);
    }
  }

  /** A clerk suspends an account that has more members than one transaction can change. */
  private record Suspending(AHolder holder) implements Run {
    static Suspending fresh() {
      AHolder holder = AHolder.roofing();
      MembershipStore members = beans.getBean(MembershipStore.class);
      for (int i = 0; i < 46; i++) {
        String user = UUID.randomUUID().toString();
        assertThat(
                Table.run(
                    members.create(
                        Member.owner(
                            user,
                            holder.accountId(),
                            holder.name(),
                            "Member",
                            user + "@rivera.example",
                            "en"),
                        Instant.EPOCH)))
            .isTrue();
      }
      return new Suspending(holder);
    }

    @Override
    public void act() {
      holder.by("clerk", "suspendAccount").json("reason", "So.").send();
    }

    @Override
    public void again() {
      holder.by("clerk", "suspendAccount").json("reason", "So.").expect(200);
      assertThat(beans.getBean(MembershipStore.class).members(holder.accountId()))
          .hasSize(47)
          .allMatch(member -> member.status() == Member.Status.SUSPENDED);
      holder.call("listLicenses").expect(401);
    }

    /**
     * The account shows as suspended. The clerk can complete the suspension, or reinstate the
     * account.
     */
    @Override
    public void left() {
      holder.by("clerk", "reinstateAccount").json("reason", "So.").expect(200);
      assertThat(beans.getBean(MembershipStore.class).members(holder.accountId()))
          .allMatch(member -> member.status() == Member.Status.ACTIVE);
      holder.list();
    }
  }

  @Test
  void aDecisionAndItsMailAreBothThereOrNeither() {
    assertThat(CrashPoints.of("DecideLicenseFunction", Deciding::fresh)).hasSize(2);
  }

  @Test
  void aFileAndItsObjectGoTogether() {
    assertThat(CrashPoints.of("RemoveAccountDocumentFunction", Removing::fresh)).hasSize(5);
  }

  @Test
  void everyMemberOfManyIsSuspendedInTheEnd() {
    assertThat(CrashPoints.of("SuspendAccountFunction", Suspending::fresh)).hasSize(4);
  }

  private static void sweep() {
    try {
      ThePortal.stack()
          .invoke(
              "DeleteIdImagesFunction",
              new ObjectMapper()
                  .readTree(Files.readString(Yaml.ROOT.resolve("events/deleteIdImages.json"))));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
