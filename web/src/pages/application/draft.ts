import { ApiError, type ErrorCode } from "../../api/apierror.ts";
import { api, body } from "../../api/client.ts";
import type { Schemas } from "../../api/types.ts";
import { keepInTab, kept } from "../../forms/tab.ts";
import { forget } from "../../forms/typed.ts";
import { language } from "../../i18n/language.ts";
import { Store } from "../../i18n/store.ts";
import { type Known, UploadQueue } from "../../uploads/queue.ts";
import { begunHere, drop, remember } from "./begun.ts";

export type Registration = Schemas["Registration"];

/** The application that is being filled in in this tab, as the portal has it. */
export const draft = new Store<Registration | undefined>(undefined);

const SENT = "sent-code";

/** The code that was mailed for it, until the address changes. */
export const sentCode = new Store<Schemas["SentCode"] | undefined>(kept(SENT));
// A phone drops the page while one looks into the mail; the code itself is not in it.
sentCode.subscribe((sent) => keepInTab(SENT, sent));

const OF_TAB = "application";

/** The one of this tab, whatever is begun in others; a new tab goes on with the last one. */
function known(): string {
  const own = kept<string>(OF_TAB);
  const begun = begunHere();
  const id = draft.get()?.draftId ?? (own && begun.includes(own) ? own : begun[0]) ?? own;
  if (id === undefined) {
    throw new ApiError("NOT_FOUND", 404);
  }
  return id;
}

export async function start(termsVersion: string): Promise<void> {
  const begun = await body(
    api.POST("/v1/registrations", { body: { agreed: true, termsVersion, language: language.get() } }),
  );
  choose(begun.draftId);
}

/** Goes on with an application begun elsewhere; answers its next step. */
export async function resume(code: string): Promise<Schemas["WizardStep"]> {
  const found = await body(api.POST("/v1/registrations/resume", { body: { code } }));
  choose(found.draftId);
  return found.nextStep;
}

/** This tab goes on with this one. */
export function choose(id: string): void {
  if (id !== (draft.get()?.draftId ?? kept(OF_TAB))) {
    leave();
    keepInTab(OF_TAB, id);
  }
  remember(id);
}

/** It became an account. */
export function end(): void {
  drop(known());
  leave();
}

function leave(): void {
  keepInTab(OF_TAB, undefined);
  draft.set(undefined);
  sentCode.set(undefined);
  queue = undefined;
  forget("company");
  forget("contact");
}

export async function load(): Promise<Registration> {
  const id = known();
  keepInTab(OF_TAB, id);
  return show(await fetched(id));
}

/** Those that one can go on with here, the last one first. */
export async function openHere(): Promise<readonly Registration[]> {
  const ids = new Set([draft.get()?.draftId ?? kept<string>(OF_TAB) ?? [], begunHere()].flat());
  const found = await Promise.all([...ids].map((id) => fetched(id).catch(() => undefined)));
  return found.filter((each) => each !== undefined);
}

async function fetched(draftId: string): Promise<Registration> {
  try {
    return await body(api.GET("/v1/registrations/{draftId}", { params: { path: { draftId } } }));
  } catch (e) {
    if (e instanceof ApiError && endOf(e.code)) {
      drop(draftId);
      if (draft.get()?.draftId === draftId) {
        draft.set(undefined);
      }
    }
    throw e;
  }
}

/** What ends an application on this device, by the API's code. */
export const ENDS = {
  NOT_FOUND: "none",
  REGISTRATION_EXPIRED: "expired",
  REGISTRATION_CONFIRMED: "confirmed",
} as const satisfies Partial<Record<ErrorCode, string>>;

export type End = (typeof ENDS)[keyof typeof ENDS];

export function endOf(code: ErrorCode): End | undefined {
  return (ENDS as Partial<Record<ErrorCode, End>>)[code];
}

/** Tells one state of one application from all others. */
export function stamp({ draftId, version }: Registration): string {
  return `${draftId}/${version}`;
}

/** Shows what a command answered. */
export function show(found: Registration): Registration {
  draft.set(found);
  queue?.show(files(found));
  return found;
}

let queue: UploadQueue | undefined;

/** The application's files on their way; the same one on every step. */
export function uploads(rule: Schemas["FileRule"]): UploadQueue {
  const draftId = known();
  queue ??= new UploadQueue({
    rule,
    announce: (file, key) =>
      body(
        api.POST("/v1/registrations/{draftId}/attachments", {
          params: { path: { draftId }, header: { "Idempotency-Key": key } },
          body: file,
        }),
      ),
    known: async () => files(await load()),
    remove: async (fileId) => {
      await api.DELETE("/v1/registrations/{draftId}/attachments/{fileId}", { params: { path: { draftId, fileId } } });
    },
  });
  return queue;
}

function files(of: Registration): readonly Known[] {
  return of.attachments;
}

const STEPS: Record<Schemas["WizardStep"], string> = {
  COMPANY: "/application/step-1",
  CONTACT: "/application/step-2",
  CONFIRM: "/application/step-3",
};

/** The page of a step. */
export function stepPath(step: Schemas["WizardStep"]): string {
  return STEPS[step];
}
