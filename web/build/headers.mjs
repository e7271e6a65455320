// The pages' headers as infrastructure/web.yaml has them, for the gallery's server.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const tag = (name) => ({ tag: `!${name}`, resolve: (value) => value });
const lists = (name) => ({ tag: `!${name}`, collection: "seq", resolve: (value) => value });

export function pageHeaders(documents) {
  const text = readFileSync(new URL("../../infrastructure/web.yaml", import.meta.url), "utf8");
  const customTags = [...["Ref", "Sub", "GetAtt"].map(tag), ...["If", "Not", "Equals", "Select", "Split"].map(lists)];
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = parse(text, { customTags }).Resources
    .PagesHeaders.Properties.ResponseHeadersPolicyConfig;
  return {
    "content-security-policy": security.ContentSecurityPolicy.ContentSecurityPolicy.replace(/\$\{\w+\}/g, documents),
    "x-content-type-options": "nosniff",
    "x-frame-options": security.FrameOptions.FrameOption,
    "referrer-policy": security.ReferrerPolicy.ReferrerPolicy,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
}
