import type { Schemas } from "../../../api/types.ts";

type Member = Schemas["Member"];

export interface May {
  /** The reason why the role and the membership cannot change; undefined if they can. */
  readonly stays?: "lastOwner" | "principalStays";
  /** Whether this member can become the owner who logs in by the company's name. Only another owner can. */
  readonly handOver: boolean;
}

/** Returns the actions that an owner can take on a member. The portal has the same rules. */
export function may(member: Member, all: readonly Member[]): May {
  const owners = all.filter(({ role, suspended }) => role === "OWNER" && !suspended);
  const handOver = !member.principal && member.role === "OWNER" && !member.suspended;
  if (member.role === "OWNER" && owners.length === 1 && owners[0]?.memberId === member.memberId) {
    return { stays: "lastOwner", handOver };
  }
  return member.principal ? { stays: "principalStays", handOver } : { handOver };
}
