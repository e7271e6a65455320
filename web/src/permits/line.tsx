import { date } from "../i18n/format.ts";
import { useText } from "../i18n/messages.ts";
import { Link } from "../ui/link.tsx";
import { Recorded } from "./recorded.tsx";
import { texts } from "./texts.ts";
import { type Card, move, oneLine, roleLabel, statusLabel, typeLabel } from "./words.ts";

interface Props {
  readonly permit: Card;
  /** Whether the reader must take the next step. */
  readonly yours?: boolean;
  readonly roles?: readonly string[];
}

/** A permit as an item of a list. */
export function PermitLine({ permit, yours = false, roles }: Props) {
  const t = useText(texts);
  const { number, status, dates } = permit;
  return (
    <li class="permit">
      <h3>
        <Link to={`/permits/${permit.permitId}`}>{number}</Link>
      </h3>
      <p class="permit-what">
        {typeLabel(permit.type)} · <Recorded>{permit.description}</Recorded>
      </p>
      <p class="permit-where">{oneLine(permit.address)}</p>
      <p>
        <span class="status">{statusLabel(status)}</span>{" "}
        {dates.status && <span class="usa-hint">{t("since", { date: date(dates.status) })}</span>}
      </p>
      <p class={yours ? "move move-yours" : "move"}>{move(permit, yours)}</p>
      {roles && <p class="usa-hint">{t("yourRole", { role: roles.map(roleLabel).join(", ") })}</p>}
    </li>
  );
}
