package org.permitportal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A registration that the wizard's operations have made, up to the step that a test needs. Its
 * company name and email address are unique.
 */
public final class ADraft {
  public static final String PASSWORD = "seven tall ladders";
  public static final Map<String, String> ADDRESS =
      Map.of("line1", "12 Elm Street", "city", "Juniper Falls", "state", "CO", "zip", "80999");

  private static final AtomicInteger COUNT = new AtomicInteger();
  private final String id;
  private final String token;
  private final String address;
  private final String word;
  private long version;

  private ADraft(String id, String token, String address) {
    this.id = id;
    this.token = token;
    this.address = address;
    this.word = letters(COUNT.incrementAndGet());
  }

  /** Returns a new draft in which only the terms were agreed to. */
  public static ADraft started() {
    String terms = ApiCall.of("getPortal").expect(200).text("/termsVersion");
    String address = ApiCall.anAddress();
    ApiCall.Answer answer =
        ApiCall.of("startRegistration")
            .from(address)
            .json("agreed", true, "termsVersion", terms)
            .expect(201);
    return new ADraft(answer.text("/draftId"), answer.text("/token"), address);
  }

  /** Returns a draft whose steps 1 and 2 are saved. */
  public static ADraft complete() {
    return started().withCompany().withContact();
  }

  public String id() {
    return id;
  }

  public String token() {
    return token;
  }

  public long version() {
    return version;
  }

  /** Returns the draft's company name, which no other test has. */
  public String name() {
    return "Rivera " + word + " Roofing";
  }

  /** Returns the draft's e-mail address. */
  public String email() {
    return word.toLowerCase(Locale.ROOT) + "@rivera.example";
  }

  /**
   * Returns a call of an operation on this draft. It has the draft's token and comes from the
   * draft's own IP address.
   */
  public ApiCall call(String operationId) {
    return ApiCall.of(operationId).from(address).draft(id, token);
  }

  /** Returns a call of an operation on this draft, with the draft's version in If-Match. */
  public ApiCall edit(String operationId) {
    return call(operationId).ifMatch(version);
  }

  /**
   * Returns the call that saves step 1, ready to be sent. The given values replace the usual
   * values.
   */
  public ApiCall company(Object... changes) {
    return edit("saveCompany")
        .json(
            changed(
                changes,
                "accountType",
                "roofing",
                "holder",
                "organization",
                "name",
                name(),
                "email",
                email(),
                "phone",
                "719-555-0150",
                "password",
                PASSWORD,
                "question",
                "first-tool",
                "answer",
                "A circular saw"));
  }

  /** Returns the call that saves step 2, ready to be sent. */
  public ApiCall contact(Object... changes) {
    return edit("saveContact")
        .json(
            changed(
                changes,
                "firstName",
                "Ana",
                "lastName",
                "Rivera",
                "address",
                ADDRESS,
                "phone",
                "719-555-0150",
                "preferredContact",
                "EMAIL",
                "language",
                "en"));
  }

  public ADraft withCompany(Object... changes) {
    return saved(company(changes));
  }

  public ADraft withContact(Object... changes) {
    return saved(contact(changes));
  }

  /** Sends an edit and remembers the draft's new version. */
  public ADraft saved(ApiCall edit) {
    version = edit.expect(200).version();
    return this;
  }

  /** Reads the draft and its version again, like a page that got no answer to its last call. */
  public ADraft reloaded() {
    version = call("getRegistration").expect(200).version();
    return this;
  }

  /** Asks for the code and returns the mailed code. */
  public String code() {
    call("sendCode").expect(200);
    return ThePortal.codeMailedTo(email());
  }

  /** Returns the call that confirms the draft with this code, ready to be sent. */
  public ApiCall confirmation(String code) {
    return edit("confirmRegistration").json("code", code);
  }

  /** Turns the draft into an account, and returns the answer of {@code confirmRegistration}. */
  public JsonNode confirmed() {
    return confirmation(code()).expect(200).body();
  }

  static Object[] changed(Object[] changes, Object... sample) {
    Map<Object, Object> members = new java.util.LinkedHashMap<>();
    for (int i = 0; i < sample.length; i += 2) {
      members.put(sample[i], sample[i + 1]);
    }
    for (int i = 0; i < changes.length; i += 2) {
      members.put(changes[i], changes[i + 1]);
    }
    return members.entrySet().stream()
        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
        .toArray();
  }

  private static String letters(int number) {
    StringBuilder word = new StringBuilder("Z");
    long value = number * 100_000L + ThreadLocalRandom.current().nextInt(100_000);
    for (; value > 0; value /= 20) {
      word.append("bcdfghjklmnpqrstvwxz".charAt((int) (value % 20)));
    }
    return word.toString();
  }
}
