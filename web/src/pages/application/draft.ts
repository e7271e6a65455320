import { ApiError, type ErrorCode } from "../../api/apierror.ts";
import { api, body } from "../../api/client.ts";
import type { Schemas } from "../../api/types.ts";
import { keepInTab, kept } from "../../forms/tab.ts";
import { forget } from "../../forms/typed.ts";
import { language } from "../../i18n/language.ts";
import { Store } from "../../state/store.ts";
import { UploadQueue } from "../../uploads/queue.ts";
import { begunHere, choose, current, drop, finish } from "./begun.ts";

export type Registration = Schemas["Registration"];

/** This tab's application, as the portal has stored it. */
export const draft = new Store<Registration | undefined>(undefined);

const SENT = "sent-code";

/** The data about the mailed code of an application, until the email address changes. */
export const sentCode = new Store<(Schemas["SentCode"] & { readonly draftId: string }) | undefined>(kept(SENT));
// A phone may unload the page while the person reads the mail. These data do not contain the code itself.
sentCode.subscribe((sent) => keepInTab(SENT, sent));

function known(): string {
  const id = current();
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

/** Continues an application that was begun on another device. Returns its next step. */
export async function resume(code: string): Promise<Schemas["WizardStep"]> {
  const found = await body(api.POST("/v1/registrations/resume", { body: { code } }));
  choose(found.draftId);
  return found.nextStep;
}

/** Ends the application that has become an account. */
export function end(): void {
  const id = known();
  finish(id);
  draft.set(undefined);
  sentCode.set(undefined);
  forget("company", id);
  forget("contact", id);
}

export async function load(): Promise<Registration> {
  return show(await fetched(known()));
}

/** Returns the applications that can be continued in this browser, the last one first. */
export async function openHere(): Promise<readonly Registration[]> {
  const ids = new Set([current() ?? [], begunHere()].flat());
  const found = await Promise.all([...ids].map((id) => fetched(id).catch(() => undefined)));
  return found.filter((each) => each !== undefined);
}

async function fetched(draftId: string): Promise<Registration> {
  try {
    return await body(api.GET("/v1/registrations/{draftId}", { params: { path: { draftId } } }));
  } catch (e) {
    if (e instanceof ApiError && endOf(e.code)) {
      drop(draftId);
    }
    throw e;
  }
}

/** The reasons why an application ends on this device, by the API's code. */
export const ENDS = {
  NOT_FOUND: "none",
  REGISTRATION_EXPIRED: "expired",
  REGISTRATION_CONFIRMED: "confirmed",
} as const satisfies Partial<Record<ErrorCode, string>>;

export type End = (typeof ENDS)[keyof typeof ENDS];

export function endOf(code: ErrorCode): End | undefined {
  return (ENDS as Partial<Record<ErrorCode, End>>)[code];
}

/** Shows the registration that a command has returned. */
export function show(found: Registration): Registration {
  if (found.draftId === current()) {
    draft.set(found);
  }
  if (queue?.of === found.draftId) {
    queue.files.show(found.attachments);
  }
  return found;
}

let queue: { readonly of: string; readonly files: UploadQueue } | undefined;

/** Returns the application's upload queue. All steps share it. */
export function uploads({ draftId }: Registration, rule: Schemas["FileRule"]): UploadQueue {
  const path = { draftId };
  if (queue?.of !== draftId) {
    const files = new UploadQueue({
      rule,
      announce: (file, key) =>
        body(
          api.POST("/v1/registrations/{draftId}/attachments", {
            params: { path, header: { "Idempotency-Key": key } },
            body: file,
          }),
        ),
      known: async () => show(await fetched(draftId)).attachments,
      remove: async (fileId) => {
        await api.DELETE("/v1/registrations/{draftId}/attachments/{fileId}", { params: { path: { ...path, fileId } } });
      },
    });
    queue = { of: draftId, files };
  }
  return queue.files;
}

const STEPS: Record<Schemas["WizardStep"], string> = {
  COMPANY: "/application/step-1",
  CONTACT: "/application/step-2",
  CONFIRM: "/application/step-3",
};

/** Returns the address of a step's page. */
export function stepPath(step: Schemas["WizardStep"]): string {
  return STEPS[step];
}
