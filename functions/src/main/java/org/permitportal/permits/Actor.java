package org.permitportal.permits;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Caller;
import org.permitportal.platform.Caller.Anyone;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.Caller.Registrant;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.Item;

/**
 * The person or system that did something to a permit. Applicants never see the user ids.
 *
 * @param userId the user's id; null for the portal itself and for an unrecorded actor
 * @param accountId the account for which an applicant acted; null for other actors
 * @param role the applicant's role in the account, or the staff member's roles; null when none is
 *     known
 */
public record Actor(
    Kind kind, @Nullable String userId, @Nullable String accountId, @Nullable String role) {
  /** The portal itself, e.g. when it checks a file. */
  public static final Actor PORTAL = new Actor(Kind.PORTAL, null, null, null);

  /** The kinds of actors. */
  public enum Kind {
    APPLICANT,
    STAFF,
    PORTAL,
    /** The city's former system; the user is the staff member who imported its data. */
    FORMER_SYSTEM,
    /** No actor is known, because an earlier version of the portal recorded none for this event. */
    UNRECORDED
  }

  /** Returns the actor for something that a signed-in member of an account does. */
  public static Actor of(Applicant applicant) {
    return new Actor(
        Kind.APPLICANT, applicant.userId(), applicant.accountId(), applicant.role().name());
  }

  /** Returns the actor for something that a signed-in person does. */
  static Actor of(Caller caller) {
    return switch (caller) {
      case Applicant applicant -> of(applicant);
      case StaffMember staff -> of(staff);
      case Anyone _, Registrant _ -> throw new IllegalArgumentException("Nobody is signed in");
    };
  }

  /**
   * Returns the actor for something that a member of an account began earlier. The member's role at
   * that time is not known.
   */
  public static Actor of(String userId, String accountId) {
    return new Actor(Kind.APPLICANT, userId, accountId, null);
  }

  /** Returns the actor for something that a staff member does. */
  public static Actor of(StaffMember staff) {
    return new Actor(Kind.STAFF, staff.userId(), null, roles(staff));
  }

  /** Returns the actor for something that the former system did and this staff member imports. */
  public static Actor importing(StaffMember staff) {
    return new Actor(Kind.FORMER_SYSTEM, staff.userId(), null, roles(staff));
  }

  private static String roles(StaffMember staff) {
    return staff.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
  }

  Item write() {
    return Item.nested()
        .with("kind", kind)
        .with("userId", userId)
        .with("accountId", accountId)
        .with("role", role);
  }

  static Actor read(@Nullable Item item) {
    return item == null
        ? new Actor(Kind.UNRECORDED, null, null, null)
        : new Actor(
            item.constant("kind", Kind.class),
            item.optionalText("userId"),
            item.optionalText("accountId"),
            item.optionalText("role"));
  }
}
