import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type ApiError, asApiError, type ErrorCode } from "../api/apierror.ts";
import type { Rules } from "../api/rules.ts";
import { coded, type Fault, type Faults, inOrder, ofServer, still, wrong } from "./faults.ts";
import { forget, keep, typedBefore, type Upon } from "./typed.ts";

export interface FieldSpec {
  readonly label: string;
  readonly hint?: string;
  /** Replaces the contract's rule on whether the field is required. */
  readonly required?: boolean;
  /** Whether an empty field keeps the earlier value. Such a field is not marked as optional. */
  readonly kept?: boolean;
  /** The least length, if the city sets it. */
  readonly min?: number;
  /** Texts for this field's codes, if the general texts are not enough. */
  readonly errors?: Readonly<Record<string, string>>;
}

export interface FormOptions<F extends string> {
  /** The beginning of the fields' ids, and the name of the stored values. */
  readonly id: string;
  /** The contract's rules for the request. */
  readonly rules?: Rules;
  readonly fields: Readonly<Record<F, FieldSpec>>;
  readonly initial?: Partial<Record<NoInfer<F>, string>>;
  readonly upon?: Upon;
  /** For a field, the other fields on which the API's check of this field depends. */
  readonly depends?: Partial<Record<NoInfer<F>, readonly NoInfer<F>[]>>;
  /** Checks the page's own rules. Returns a code for each wrong field. */
  readonly check?: (values: Record<F, string>) => Partial<Record<NoInfer<F>, string>>;
  /** The field to which a problem's code belongs. */
  readonly fieldOf?: Partial<Record<ErrorCode, NoInfer<F>>>;
  /** Throws what the API refused; `false` when it was not sent after all and the page has said why. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most have nothing to answer
  readonly send: (values: Record<F, string>) => Promise<void | boolean>;
}

export interface Form<F extends string = string> {
  readonly id: string;
  readonly fields: Readonly<Record<F, FieldSpec>>;
  readonly rules: Rules;
  readonly values: Record<F, string>;
  readonly faults: Faults;
  /** The error that belongs to no single field. */
  readonly error: ApiError | undefined;
  readonly busy: boolean;
  readonly set: (name: F, value: string) => void;
  /** Marks a field as wrong until `check` no longer finds the same fault. */
  readonly mark: (name: F, fault: Fault) => void;
  readonly submit: (element: HTMLFormElement) => Promise<void>;
  readonly required: (name: F) => boolean;
  readonly elementId: (name: string) => string;
}

/** Holds a form's state: the fields' values as text, their faults, and whether the form is being sent. */
export function useForm<F extends string>(options: FormOptions<F>): Form<F> {
  const { id, fields, rules = {}, upon } = options;
  const names = Object.keys(fields) as F[];
  const [values, setValues] = useState(() => {
    const typed = typedBefore(id, upon);
    return Object.fromEntries(names.map((name) => [name, typed?.[name] ?? options.initial?.[name] ?? ""])) as Record<
      F,
      string
    >;
  });
  const [faults, setFaults] = useState<Faults>({});
  const [error, setError] = useState<ApiError>();
  const [busy, setBusy] = useState(false);
  const now = useRef(values);
  const sending = useRef(false);
  const sent = useRef<HTMLFormElement>(undefined);
  const elementId = (name: string) => `${id}-${name.replaceAll(".", "-")}`;
  const required = (name: F) => fields[name]?.required ?? rules[name]?.required ?? false;

  const actions = useMemo(
    () => ({
      set(name: F, value: string) {
        now.current = { ...now.current, [name]: value };
        setValues(now.current);
        keep(id, now.current, upon);
      },
      mark(name: F, fault: Fault) {
        setFaults((before) => ({ ...before, [name]: fault }));
      },
    }),
    [id, upon?.id, upon?.version],
  );

  const found = (element: HTMLFormElement) => ({
    ...wrong(element),
    ...coded(options.check?.(now.current) ?? {}),
  });
  // The values on which the API's check of a field depends.
  const given = (name: string) =>
    [name, ...(options.depends?.[name as F] ?? [])].map((each) => now.current[each as F] ?? "").join("\n");
  const show = (faults: Faults) => setFaults(inOrder(faults, elementId));

  // Remove the faults that were corrected. New faults appear only when the form is sent.
  useEffect(() => {
    if (sent.current && Object.keys(faults).length > 0) {
      const left = still(faults, found(sent.current), given);
      if (left !== faults) {
        setFaults(left);
      }
    }
  });

  async function submit(element: HTMLFormElement): Promise<void> {
    if (sending.current) {
      return;
    }
    sent.current = element;
    const faults = found(element);
    show(faults);
    setError(undefined);
    if (Object.keys(faults).length > 0) {
      focusFirst(element);
      return;
    }
    sending.current = true;
    setBusy(true);
    try {
      if ((await options.send(now.current)) !== false) {
        forget(id, upon?.id);
      }
    } catch (thrown) {
      const refused = asApiError(thrown);
      const about = ofServer(refused, given, options.fieldOf);
      show(about);
      if (Object.keys(about).length === 0) {
        setError(refused);
      }
      focusFirst(element);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  return { id, fields, rules, values, faults, error, busy, ...actions, submit, required, elementId };
}

/** Moves the focus after the next drawing: to the first wrong field, otherwise to the message above the form. */
function focusFirst(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const first =
      form.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]') ??
      form.querySelector<HTMLElement>("[data-form-error]");
    first?.focus();
    first?.scrollIntoView?.({ block: "nearest" });
  });
}
