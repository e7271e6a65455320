import type { Schemas } from "../../../api/types.ts";

type Member = Schemas["Member"];

export interface May {
  /** Why role and membership stay as they are; undefined: they may change. */
  readonly stays?: "lastOwner" | "principalStays";
  /** Whether the company's name can be handed over to this one: to an owner only. */
  readonly handOver: boolean;
}

/** What an owner can do with a member, as the portal will judge it. */
export function may(member: Member, all: readonly Member[]): May {
  const owners = all.filter(({ role, suspended }) => role === "OWNER" && !suspended);
  const handOver = !member.principal && member.role === "OWNER" && !member.suspended;
  if (member.role === "OWNER" && owners.length === 1 && owners[0]?.memberId === member.memberId) {
    return { stays: "lastOwner", handOver };
  }
  return member.principal ? { stays: "principalStays", handOver } : { handOver };
}
