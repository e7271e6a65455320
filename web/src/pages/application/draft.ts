import { ApiError } from "../../api/apierror.ts";
import { api, body } from "../../api/client.ts";
import type { Schemas } from "../../api/types.ts";
import { keepInTab, kept } from "../../forms/tab.ts";
import { forget } from "../../forms/typed.ts";
import { language } from "../../i18n/language.ts";
import { Store } from "../../i18n/store.ts";
import { type Known, UploadQueue } from "../../uploads/queue.ts";
import { begunHere, keep } from "./begun.ts";

export type Registration = Schemas["Registration"];

/** The application that is being filled in on this device, as the portal has it. */
export const draft = new Store<Registration | undefined>(undefined);

const SENT = "sent-code";

/** The code that was mailed for it, until the address changes. */
export const sentCode = new Store<Schemas["SentCode"] | undefined>(kept(SENT));
// A phone drops the page while one looks into the mail; the code itself is not in it.
sentCode.subscribe((sent) => keepInTab(SENT, sent));

export function draftId(): string | undefined {
  return begunHere() ?? draft.get()?.draftId;
}

function known(): string {
  const id = draftId();
  if (id === undefined) {
    throw new ApiError("NOT_FOUND", 404);
  }
  return id;
}

export async function start(termsVersion: string): Promise<void> {
  const begun = await body(
    api.POST("/v1/registrations", { body: { agreed: true, termsVersion, language: language.get() } }),
  );
  begin(begun.draftId);
}

/** Goes on with an application begun elsewhere; answers its next step. */
export async function resume(code: string): Promise<Schemas["WizardStep"]> {
  const found = await body(api.POST("/v1/registrations/resume", { body: { code } }));
  begin(found.draftId);
  return found.nextStep;
}

function begin(id: string): void {
  end();
  keep(id);
}

/** Forgets it on this device: it became an account, or another one begins. */
export function end(): void {
  keep(undefined);
  draft.set(undefined);
  sentCode.set(undefined);
  queue = undefined;
  forget("company");
  forget("contact");
}

export async function load(): Promise<Registration> {
  const draftId = known();
  return show(await body(api.GET("/v1/registrations/{draftId}", { params: { path: { draftId } } })));
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
