// What the pages take from infrastructure/openapi.yaml: types, rules of fields, which calls need whose token.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { parse } from "yaml";

const contract = new URL("../../infrastructure/openapi.yaml", import.meta.url);
const out = new URL("../src/api/generated/", import.meta.url);
const newest = Math.max(statSync(contract).mtimeMs, statSync(new URL(import.meta.url)).mtimeMs);
if ((statSync(new URL("callers.ts", out), { throwIfNoEntry: false })?.mtimeMs ?? 0) > newest) {
  process.exit(0);
}

const document = parse(readFileSync(contract, "utf8"));
const schemas = document.components.schemas;
const resolved = (schema) => (schema.$ref ? resolved(schemas[schema.$ref.split("/").pop()]) : schema);

/** A pattern that means the same under the flag `v`, which is how the attribute `pattern` is read. */
function underV(pattern) {
  let inside = false;
  return pattern.replace(/\\.|[[\]]|[^[\]\\]/gsu, (part, at) => {
    if (part === "[" && !inside) {
      inside = true;
    } else if (part === "]" && inside) {
      inside = false;
    } else if (inside && (/[(){}/|]/.test(part) || (part === "-" && /[[\]]/.test(pattern[at - 1] + pattern[at + 1])))) {
      return `\\${part}`;
    }
    return part;
  });
}

function rules(schema, prefix = "", needed = true) {
  const found = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const field = resolved(property);
    const required = needed && (schema.required ?? []).includes(name);
    if (field.type === "object") {
      Object.assign(found, rules(field, `${prefix}${name}.`, required));
      continue;
    }
    const rule = {};
    if (required) rule.required = true;
    if (field.minLength > 1) rule.minLength = field.minLength;
    if (field.maxLength) rule.maxLength = field.maxLength;
    if (field.pattern) {
      rule.pattern = underV(field.pattern);
      new RegExp(rule.pattern, "v");
    }
    if (Object.keys(rule).length) found[prefix + name] = rule;
  }
  return found;
}

const constants = [];
const callers = {};
for (const [path, methods] of Object.entries(document.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    const body = operation.requestBody?.content?.["application/json"]?.schema?.$ref?.split("/").pop();
    if (body && schemas[body].type === "object") constants.push([body, rules(schemas[body])]);
    const caller = operation["x-portal-caller"];
    if (caller === "applicant" || caller === "staff") {
      callers[`${method.toUpperCase()} ${path}`] = caller;
    }
  }
}
mkdirSync(out, { recursive: true });
const note = "// Made from infrastructure/openapi.yaml by build/contract.mjs.\n";
writeFileSync(new URL("contract.d.ts", out), note + astToString(await openapiTS(contract, { alphabetize: true })));
writeFileSync(
  new URL("rules.ts", out),
  `${note}import type { Rules } from "../rules.ts";\n\n${[...new Map(constants)]
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)} as const satisfies Rules;`)
    .join("\n")}\n`,
);
writeFileSync(
  new URL("callers.ts", out),
  `${note}export const CALLERS: Readonly<Record<string, "applicant" | "staff">> = ${JSON.stringify(callers, null, 2)};\n`,
);
