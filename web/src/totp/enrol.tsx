import type { ComponentChildren } from "preact";
import { rich, useText } from "../i18n/messages.ts";
import { Copy } from "./copy.tsx";
import { QrCode } from "./qrcode.tsx";
import { texts } from "./texts.ts";

interface Props {
  /** The secret in base32. */
  readonly secret: string;
  readonly otpauth: string;
  /** The form for the first code. */
  readonly children: ComponentChildren;
}

/** The ways to give an authenticator app its secret: a QR code, a link on the same device, or typing. */
export function Enrol({ secret, otpauth, children }: Props) {
  const t = useText(texts);
  return (
    <>
      <p>{t("scan")}</p>
      <QrCode text={otpauth} label={t("qr")} />
      <p>
        {rich(t("sameDevice"), {
          open: (inner) => (
            <a class="usa-link" href={otpauth}>
              {inner}
            </a>
          ),
        })}
      </p>
      <p class="key">
        <code>{(secret.match(/.{1,4}/g) ?? []).join(" ")}</code> <Copy text={secret} />
      </p>
      <p>{t("thenCode")}</p>
      {children}
    </>
  );
}
