package org.permitportal.members;

import io.micronaut.serde.annotation.Serdeable;
import org.permitportal.accounts.Member;
import org.permitportal.platform.Caller.MemberRole;

/**
 * A member as owners see it.
 *
 * @param principal whether this member signs in by the company's name
 * @param suspended whether the city has suspended this member
 */
@Serdeable
public record MemberView(
    String memberId,
    String name,
    String email,
    MemberRole role,
    String language,
    boolean principal,
    boolean suspended) {
  static MemberView of(Member member, String principal) {
    return new MemberView(
        member.userId(),
        member.name(),
        member.email(),
        member.role(),
        member.language(),
        member.userId().equals(principal),
        member.status() == Member.Status.SUSPENDED);
  }
}
