package org.permitportal.matrix;

import static org.permitportal.matrix.Who.OTHER_COMPANY;

import java.util.EnumSet;
import java.util.Set;
import org.permitportal.contract.Contract.Operation;

/**
 * Returns the expected result of the access check, derived from the contract's statements about the
 * operation. {@code AgreementTest} compares these statements with the handlers. Results that cannot
 * be derived are listed here, each with its reason.
 */
final class Expected {
  private Expected() {}

  /** A result that differs from the contract's statements. */
  record Otherwise(String operation, Set<Who> who, Door door, String reason) {}

  static final Set<Otherwise> OTHERWISE =
      Set.of(
          new Otherwise(
              "requestLink",
              Set.of(OTHER_COMPANY),
              Door.OPEN,
              "asks to be let to a permit that is not its own yet"),
          new Otherwise(
              "withdrawLinkRequest",
              Set.of(OTHER_COMPANY),
              Door.OPEN,
              "takes back what it asked for, which is its own"),
          new Otherwise(
              "removeLicense",
              Set.of(OTHER_COMPANY),
              Door.OPEN,
              "what its account doesn't have is as good as removed; the owner's stays"),
          new Otherwise(
              "removeAccountDocument",
              Set.of(OTHER_COMPANY),
              Door.OPEN,
              "what its account doesn't have is as good as removed; the owner's stays"),
          new Otherwise(
              "refreshSession",
              EnumSet.allOf(Who.class),
              Door.SESSION_ENDED,
              "the sample's cookie, which is nobody's, shows who calls; no token is looked at"),
          new Otherwise(
              "refreshStaffSession", EnumSet.allOf(Who.class), Door.SESSION_ENDED, "the same"));

  static Door of(Operation operation, Who who) {
    return OTHERWISE.stream()
        .filter(cell -> cell.operation().equals(operation.id()) && cell.who().contains(who))
        .map(Otherwise::door)
        .findFirst()
        .orElseGet(() -> derived(operation, who));
  }

  static Door derived(Operation operation, Who who) {
    return switch (operation.caller()) {
      case "anyone" -> Door.OPEN;
      case "draft" -> shown(operation, who, Who.Shows.DRAFT_TOKEN, Door.NOT_FOUND);
      case "applicant" -> shown(operation, who, Who.Shows.CONTRACTORS_TOKEN, Door.GATEWAY_401);
      case "staff" -> shown(operation, who, Who.Shows.STAFF_TOKEN, Door.GATEWAY_401);
      default -> throw new AssertionError(operation.id() + " is for " + operation.caller());
    };
  }

  private static Door shown(Operation operation, Who who, Who.Shows asked, Door without) {
    if (who.shows() != asked) {
      return without;
    }
    if (who.refusal() != null) {
      return who.refusal();
    }
    if (who.role() != null && !operation.roles().contains(who.role())) {
      return asked == Who.Shows.STAFF_TOKEN
          ? Door.NOT_ALLOWED
          : operation.roles().contains("member") ? Door.READ_ONLY : Door.OWNER_ONLY;
    }
    // The ids in the path belong to the owner's account.
    return who == OTHER_COMPANY && operation.path().contains("{") ? Door.NOT_FOUND : Door.OPEN;
  }
}
