package org.permitportal.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.permitportal.credentials.Recovery;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.MailedLink;
import org.permitportal.journey.ThePortal;
import org.permitportal.localstack.AtOnce;

/**
 * Tests that a person who has stolen an owner's access token, but does not know the password, can't
 * take over the account.
 */
class StolenTokenTest {
  /** The most answered calls in a sequence. */
  private static final int MOST_CALLS = 4;

  /** The refused calls on one account. More wrong passwords would be refused for their number. */
  private static final int REFUSED_EACH = 4;

  private static final Map<String, Function<Theft, ApiCall.@Nullable Answer>> CALLS = calls();

  /**
   * Plays the calls in all orders. A refused call changes nothing, so it is followed by others
   * without a new account, and only a call that was answered is the beginning of longer sequences.
   */
  @Test
  void noSequenceOfCallsTakesTheAccount() {
    Set<String> seen = new HashSet<>(Set.of(Theft.fresh().state()));
    List<List<String>> open = new ArrayList<>(List.of(List.of()));
    int played = 0;
    while (!open.isEmpty()) {
      List<String> before = open.removeFirst();
      Theft theft = Theft.after(before);
      for (String call : CALLS.keySet()) {
        boolean answered = theft.play(call);
        played++;
        if (!answered && theft.calls < before.size() + REFUSED_EACH) {
          continue;
        }
        theft.ownerIsStillThere();
        if (answered && seen.add(theft.state()) && before.size() + 1 < MOST_CALLS) {
          List<String> sequence = new ArrayList<>(before);
          sequence.add(call);
          open.add(sequence);
        }
        theft = Theft.after(before);
      }
      theft.ownerIsStillThere();
    }
    System.out.printf("%d calls of a stolen token, %d states reached%n", played, seen.size());
    assertThat(seen).hasSizeGreaterThanOrEqualTo(3);
  }

  /** The calls, each by the thief: with the token, or with the login that an invitation gave. */
  private static Map<String, Function<Theft, ApiCall.@Nullable Answer>> calls() {
    Map<String, Function<Theft, ApiCall.@Nullable Answer>> calls = new LinkedHashMap<>();
    calls.put("invite an owner", theft -> theft.invite("OWNER", null));
    calls.put("invite an owner, guessing", theft -> theft.invite("OWNER", AColleague.PASSWORD));
    calls.put("invite a member", theft -> theft.invite("MEMBER", null));
    calls.put("accept", Theft::accept);
    for (String with : List.of("stolen", "own")) {
      calls.put("become owner, " + with, t -> t.change(with, t.thief(), "role", "OWNER"));
      calls.put("become principal, " + with, t -> t.change(with, t.thief(), "principal", true));
      calls.put("demote the owner, " + with, t -> t.change(with, t.victim(), "role", "MEMBER"));
      calls.put("remove the owner, " + with, t -> t.call(with, "removeMember", t.victim()));
      calls.put("claim the name, " + with, t -> t.call(with, "claimPrincipal", null));
      calls.put("close the account, " + with, t -> t.call(with, "closeAccount", null));
      calls.put("change the address, " + with, Theft.with(with, "changeEmail"));
      calls.put("change the password, " + with, Theft.with(with, "changePassword"));
      calls.put("change the question, " + with, Theft.with(with, "changeSecretQuestion"));
      calls.put("enrol a second factor, " + with, t -> t.call(with, "enrolTotp", null));
      calls.put("sign out everywhere, " + with, t -> t.call(with, "signOutEverywhere", null));
    }
    return calls;
  }

  /** An account with two owners, and a thief with an access token of the principal. */
  private static final class Theft {
    private final AnAccount account = AnAccount.confirmed();
    private final String stolen = account.signedIn().accessToken();
    private final String victim;
    private @Nullable AColleague invited;
    private final List<String> sequence = new ArrayList<>();
    private boolean joined;
    private int calls;

    private Theft() {
      victim = new AColleague(account.email(), "", "").id(stolen);
    }

    static Theft fresh() {
      return new Theft();
    }

    static Theft after(List<String> calls) {
      Theft theft = fresh();
      calls.forEach(theft::play);
      return theft;
    }

    /** Plays a call and returns whether it was answered. */
    boolean play(String call) {
      sequence.add(call);
      calls++;
      ApiCall.Answer answer = CALLS.get(call).apply(this);
      return answer != null && answer.status() < 300;
    }

    String victim() {
      return victim;
    }

    ApiCall.@Nullable Answer invite(String role, @Nullable String password) {
      String email = "thief-" + account.draftId().toLowerCase(java.util.Locale.ROOT) + "@x.example";
      ApiCall call = ApiCall.of("inviteMember").bearer(stolen);
      ApiCall.Answer answer =
          (password == null
                  ? call.json("email", email, "role", role)
                  : call.json("email", email, "role", role, "password", password))
              .send();
      if (answer.status() == 201) {
        invited =
            new AColleague(email, answer.text("/invitationId"), AColleague.codeMailedTo(email));
      }
      return answer;
    }

    ApiCall.@Nullable Answer accept() {
      if (invited == null) {
        return null;
      }
      ApiCall.Answer answer = invited.acceptance().send();
      joined |= answer.status() == 200;
      return answer;
    }

    @Nullable String thief() {
      if (!joined || invited == null) {
        return null;
      }
      JsonNode people = ApiCall.of("listMembers").bearer(stolen).send().body();
      for (JsonNode member : people.path("members")) {
        if (member.path("email").asText().equals(invited.email())) {
          return member.path("memberId").asText();
        }
      }
      return null;
    }

    private @Nullable String token(String with) {
      if (with.equals("stolen")) {
        return stolen;
      }
      return joined && invited != null
          ? invited.login().send().body().path("accessToken").asText()
          : null;
    }

    ApiCall.@Nullable Answer change(String with, @Nullable String member, String what, Object to) {
      String token = token(with);
      return token == null || member == null
          ? null
          : ApiCall.of("changeMember")
              .bearer(token)
              .path("memberId", member)
              .json(what, to, "password", AColleague.PASSWORD)
              .send();
    }

    ApiCall.@Nullable Answer call(String with, String operation, @Nullable String member) {
      String token = token(with);
      if (token == null) {
        return null;
      }
      ApiCall call = ApiCall.of(operation).bearer(token);
      call = member == null ? call : call.path("memberId", member);
      return (operation.equals("signOutEverywhere")
              ? call.json("keepThis", true)
              : call.json("password", AColleague.PASSWORD))
          .send();
    }

    /** Returns a call of an operation that has more than the password in its body. */
    static Function<Theft, ApiCall.@Nullable Answer> with(String with, String operation) {
      return theft -> {
        String token = theft.token(with);
        if (token == null || with.equals("own")) {
          return null; // The thief may change the thief's own login.
        }
        ApiCall call = ApiCall.of(operation).bearer(token);
        return switch (operation) {
          case "changeEmail" ->
              call.json("email", "elsewhere@x.example", "password", AColleague.PASSWORD).send();
          case "changePassword" ->
              call.json(
                      "currentPassword",
                      AColleague.PASSWORD,
                      "newPassword",
                      "eleven blue boats",
                      "delivery",
                      "BODY")
                  .send();
          default ->
              call.json(
                      "password",
                      AColleague.PASSWORD,
                      "question",
                      "first-street",
                      "answer",
                      "Elm Street")
                  .send();
        };
      };
    }

    /** Returns what the account looks like to its owner. */
    String state() {
      JsonNode people = people();
      StringBuilder state = new StringBuilder();
      people
          .path("members")
          .forEach(
              m ->
                  state.append(
                      m.path("name").asText() + m.path("role").asText() + m.path("principal")));
      people.path("invitations").forEach(i -> state.append(i.path("role").asText()));
      state.append(people.has("principalClaim"));
      state.append(ApiCall.of("getAccount").bearer(stolen).send().status());
      return state.toString();
    }

    private JsonNode people() {
      return ApiCall.of("listMembers").bearer(login()).expect(200).body();
    }

    private String login() {
      // A sign-in in the second in which all sessions end is refused.
      ThePortal.clock().pass(Duration.ofSeconds(1));
      return ApiCall.of("login")
          .from(ApiCall.anAddress())
          .json("user", account.name(), "password", account.password(), "delivery", "BODY")
          .expect(200)
          .text("/accessToken");
    }

    /** Fails unless the owner logs in by the name and rules, and was told of who joined. */
    void ownerIsStillThere() {
      JsonNode members = people().path("members");
      for (JsonNode member : members) {
        boolean owner = member.path("memberId").asText().equals(victim);
        assertThat(member.path("role").asText().equals("OWNER"))
            .as(sequence + ": " + member)
            .isEqualTo(owner);
        assertThat(member.path("principal").asBoolean()).as(sequence.toString()).isEqualTo(owner);
      }
      assertThat(members).as(sequence.toString()).hasSizeLessThanOrEqualTo(2);
      if (members.size() == 2) {
        ThePortal.mailTo(account.email(), "has joined");
      }
    }
  }

  @Test
  void anInvitedOwnerIsToldToAllOwnersAndTheLinkInTheMailTakesItBack() {
    AnAccount account = AnAccount.confirmed();
    String ana = account.signedIn().accessToken();
    AColleague luis = AColleague.joined(ana, "OWNER");
    AColleague mara = AColleague.invited(ana, "OWNER");
    for (String owner : List.of(account.email(), luis.email())) {
      assertThat(ThePortal.mailTo(owner, "invited another owner").text()).contains(mara.email());
    }
    ThePortal.clock().pass(Duration.ofSeconds(1));
    ApiCall.of("reportNotMe").json("code", MailedLink.code(luis.email(), "not-me")).expect(200);
    assertThat(mara.acceptance().expect(410).code()).isEqualTo("INVITATION_ENDED");
    ApiCall.of("viewInvitation").json("code", mara.code()).expect(410);
    assertThat(ApiCall.of("listMembers").bearer(luis.token()).expect(200).body().at("/invitations"))
        .isEmpty();
    ApiCall.of("getAccount").bearer(ana).expect(401);
  }

  @Test
  void aRecoveryVoidsWhatWasInvitedBefore() {
    AnAccount account = AnAccount.confirmed();
    AColleague mara = AColleague.invited(account.signedIn().accessToken(), "MEMBER");
    Recovery holder = Recovery.fresh();
    holder.recover(account.name(), account.email());
    assertThat(mara.acceptance().expect(410).code()).isEqualTo("INVITATION_ENDED");
  }

  @Test
  void anInvitationOfADemotedOwnerIsVoid() {
    AnAccount account = AnAccount.confirmed();
    String ana = account.signedIn().accessToken();
    AColleague luis = AColleague.joined(ana, "OWNER");
    AColleague mara = AColleague.invited(luis.token(), AColleague.PASSWORD, "OWNER");
    ApiCall.of("changeMember")
        .bearer(ana)
        .path("memberId", luis.id(ana))
        .json("role", "MEMBER", "password", account.password())
        .expect(200);
    assertThat(mara.acceptance().expect(410).code()).isEqualTo("INVITATION_ENDED");
    assertThat(ApiCall.of("listMembers").bearer(ana).expect(200).body().at("/invitations"))
        .isEmpty();
    // The address can be invited again at once.
    AColleague.invitation(ana, mara.email(), "MEMBER").expect(201);
  }

  @Test
  void anOwnerWhoIsRemovedWhileInvitingLeavesNoInvitation() throws Exception {
    for (int round = 0; round < 8; round++) {
      AnAccount account = AnAccount.confirmed();
      String ana = account.signedIn().accessToken();
      AColleague luis = AColleague.joined(ana, "OWNER");
      String luisId = luis.id(ana);
      String token = luis.token();
      String email = "late-" + luisId.toLowerCase(java.util.Locale.ROOT) + "@rivera.example";
      List<Callable<Integer>> both =
          List.of(
              () ->
                  ApiCall.of("inviteMember")
                      .bearer(token)
                      .json("email", email, "role", "MEMBER")
                      .send()
                      .status(),
              () ->
                  ApiCall.of("removeMember")
                      .bearer(ana)
                      .path("memberId", luisId)
                      .json("password", account.password())
                      .send()
                      .status());
      List<Integer> answers = AtOnce.run(both);
      assertThat(answers.get(1)).isEqualTo(204);
      if (answers.get(0) == 201) {
        String code = AColleague.codeMailedTo(email);
        assertThat(new AColleague(email, "", code).acceptance().expect(410).code())
            .isEqualTo("INVITATION_ENDED");
      } else {
        assertThat(answers.get(0)).isIn(401, 403);
      }
      assertThat(ApiCall.of("listMembers").bearer(ana).expect(200).body().at("/invitations"))
          .isEmpty();
    }
  }
}
