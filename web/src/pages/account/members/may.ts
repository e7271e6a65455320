import type { Schemas } from "../../../api/types.ts";

type Member = Schemas["Member"];

export interface May {
  /** The reason why the role and the membership cannot change; undefined if they can. */
  readonly stays?: "lastOwner" | "principalStays";
  /** Whether the viewer, who logs in by the company's name, can hand that over to this member. */
  readonly handOver: boolean;
  /** Whether the viewer is this member and can claim to log in by the company's name. */
  readonly claim: boolean;
}

/** Returns the actions that an owner, `viewer`, can take on a member. The portal has the same rules. */
export function may(member: Member, all: readonly Member[], viewer: string): May {
  const owners = all.filter(({ role, suspended }) => role === "OWNER" && !suspended);
  const other = !member.principal && member.role === "OWNER" && !member.suspended;
  const handOver = other && all.some(({ memberId, principal }) => principal && memberId === viewer);
  const claim = other && member.memberId === viewer;
  if (member.role === "OWNER" && owners.length === 1 && owners[0]?.memberId === member.memberId) {
    return { stays: "lastOwner", handOver, claim };
  }
  return member.principal ? { stays: "principalStays", handOver, claim } : { handOver, claim };
}
