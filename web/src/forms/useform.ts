import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type ApiError, asApiError, type ErrorCode } from "../api/apierror.ts";
import type { Rules } from "../api/rules.ts";
import { coded, type Fault, type Faults, inOrder, ofServer, still, wrong } from "./faults.ts";
import { forget, keep, typedBefore, type Upon } from "./typed.ts";

export interface FieldSpec {
  readonly label: string;
  readonly hint?: string;
  /** Says no when the contract demands it, yes where the page does. */
  readonly required?: boolean;
  /** What was given before stays when it is left empty: not called optional. */
  readonly kept?: boolean;
  /** The least length, where the city sets it. */
  readonly min?: number;
  /** Texts for codes of this field that need more than the general one. */
  readonly errors?: Readonly<Record<string, string>>;
}

export interface FormOptions<F extends string> {
  /** Begins the ids of the fields, and names what is kept. */
  readonly id: string;
  /** Of the request that is sent. */
  readonly rules?: Rules;
  readonly fields: Readonly<Record<F, FieldSpec>>;
  readonly initial?: Partial<Record<NoInfer<F>, string>>;
  readonly upon?: Upon;
  /** On which other fields it depends whether the API refuses one. */
  readonly depends?: Partial<Record<NoInfer<F>, readonly NoInfer<F>[]>>;
  /** The page's own rules: a code by field. */
  readonly check?: (values: Record<F, string>) => Partial<Record<NoInfer<F>, string>>;
  /** Which field a problem's code is about. */
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
  /** What was refused as a whole. */
  readonly error: ApiError | undefined;
  readonly busy: boolean;
  readonly set: (name: F, value: string) => void;
  /** Marks a field as wrong, as long as `check` finds the same. */
  readonly mark: (name: F, fault: Fault) => void;
  readonly submit: (element: HTMLFormElement) => Promise<void>;
  readonly required: (name: F) => boolean;
  readonly elementId: (name: string) => string;
}

/** A form's state: values as text by field, what is wrong with them, whether it is being sent. */
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
  // What the API judged a field by.
  const given = (name: string) =>
    [name, ...(options.depends?.[name as F] ?? [])].map((each) => now.current[each as F] ?? "").join("\n");
  const show = (faults: Faults) => setFaults(inOrder(faults, elementId));

  // What was mended is no longer called wrong; what is wrong now is told when it is sent.
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

/** After the next drawing: the first field that is wrong, else the message above the form. */
function focusFirst(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const first =
      form.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]') ??
      form.querySelector<HTMLElement>("[data-form-error]");
    first?.focus();
    first?.scrollIntoView?.({ block: "nearest" });
  });
}
