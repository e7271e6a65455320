import { useEffect, useRef, useState } from "preact/hooks";
import { useText } from "../i18n/messages.ts";
import { Group, type Of, tied } from "./fields.tsx";
import { texts } from "./texts.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Found {
  readonly options: readonly Option[];
  /** Finds the options that follow, if there are more. */
  readonly next?: (() => Promise<Found>) | undefined;
}

interface Props {
  /**
   * Finds the options for a typed text; for an empty text, the beginning of the list. Undefined means that there is no
   * list for this text.
   */
  readonly find: (typed: string) => Promise<Found | undefined>;
  /** Receives the chosen option, and undefined when another text is typed. */
  readonly onChoose: (option: Option | undefined) => void;
  readonly autocomplete?: string;
}

const WAIT = 200;

/**
 * A list that gets shorter while a person types (ARIA's editable combo box with list autocomplete). The focus stays in
 * the input. Arrow keys move, Enter chooses, Escape closes. A typed text that was not chosen stays unchanged.
 */
export function ComboBox<F extends string>({ form, name, find, onChoose, autocomplete }: Of<F> & Props) {
  const t = useText(texts);
  const id = form.elementId(name);
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<Found | "loading" | "failed">("loading");
  const adding = useRef(false);
  const [active, setActive] = useState(-1);
  const asked = useRef(0);
  const focused = useRef(false);
  const timer = useRef(0);
  const list = useRef<HTMLDivElement>(null);
  const options = typeof found === "string" ? [] : found.options;

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: "nearest" });
  }, [active]);

  /**
   * Looks for options. An answer that comes too late, or after the input has lost the focus, does not open the list.
   */
  function look(typed: string, wait: number): void {
    const mine = ++asked.current;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(async () => {
      setFound((before) => (typeof before === "string" ? "loading" : before));
      const answer = await find(typed).catch(() => "failed" as const);
      if (mine === asked.current && focused.current) {
        setFound(answer ?? { options: [] });
        setActive(-1);
        setOpen(answer !== undefined);
      }
    }, wait);
  }

  /** Adds more options when a person comes to the end of the list. */
  async function goOn(): Promise<void> {
    if (typeof found === "string" || !found.next || adding.current) {
      return;
    }
    const mine = asked.current;
    adding.current = true;
    const more = await found.next().catch(() => undefined);
    adding.current = false;
    if (more && mine === asked.current) {
      setFound({ options: [...found.options, ...more.options], next: more.next });
    }
  }

  function choose(option: Option): void {
    asked.current++;
    clearTimeout(timer.current);
    form.set(name, option.label);
    onChoose(option);
    setOpen(false);
    setActive(-1);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) {
        look(form.values[name], 0);
      } else if (options.length > 0) {
        const step = event.key === "ArrowDown" ? 1 : -1;
        const atEnd = step > 0 && active === options.length - 1;
        if (active >= options.length - 5) {
          void goOn();
        }
        if (atEnd && typeof found !== "string" && found.next) {
          return;
        }
        setActive((at) => (at < 0 && step < 0 ? options.length - 1 : (at + step + options.length) % options.length));
      }
    } else if (event.key === "Enter" && open && options[active]) {
      event.preventDefault();
      choose(options[active]);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    }
  }

  const status =
    found === "loading"
      ? t("loadingResults")
      : found === "failed"
        ? t("listFailed")
        : options.length === 0
          ? t("noResults")
          : found.next
            ? t("moreResults", { count: options.length })
            : options.length === 1
              ? t("oneResult")
              : t("results", { count: options.length });

  return (
    <Group form={form} name={name}>
      <div class="combo-box">
        <div class="with-button">
          <input
            {...tied(form, name)}
            class={`usa-input${form.faults[name] ? " usa-input--error" : ""}`}
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={`${id}-list`}
            aria-activedescendant={open && active >= 0 ? `${id}-option-${active}` : undefined}
            autocomplete={autocomplete ?? "off"}
            autocapitalize="off"
            spellcheck={false}
            value={form.values[name]}
            onFocus={() => {
              focused.current = true;
            }}
            onClick={() => look(form.values[name], 0)}
            onInput={(event) => {
              form.set(name, event.currentTarget.value);
              onChoose(undefined);
              look(event.currentTarget.value, WAIT);
            }}
            onBlur={() => {
              focused.current = false;
              asked.current++;
              clearTimeout(timer.current);
              setOpen(false);
              setActive(-1);
            }}
            onKeyDown={onKeyDown}
          />
          <button
            type="button"
            class="usa-button usa-button--outline combo-box-open"
            tabIndex={-1}
            aria-label={t("open")}
            aria-expanded={open}
            aria-controls={`${id}-list`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              document.getElementById(id)?.focus();
              if (open) {
                setOpen(false);
              } else {
                look(form.values[name], 0);
              }
            }}
          >
            <span aria-hidden="true">▾</span>
          </button>
        </div>
        <div
          class="combo-box-list"
          id={`${id}-list`}
          role="listbox"
          aria-label={form.fields[name].label}
          ref={list}
          hidden={!open || options.length === 0}
          onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
            if (scrollTop + 2 * clientHeight > scrollHeight) {
              void goOn();
            }
          }}
        >
          {options.map((option, at) => (
            <div
              key={option.value}
              id={`${id}-option-${at}`}
              role="option"
              aria-selected={at === active}
              tabIndex={-1}
              onMouseDown={(event) => {
                // Prevent the input from losing the focus.
                event.preventDefault();
                choose(option);
              }}
            >
              {option.label}
            </div>
          ))}
        </div>
        <div class={open && options.length === 0 ? "combo-box-note" : "usa-sr-only"} role="status">
          {open && status}
        </div>
      </div>
    </Group>
  );
}
