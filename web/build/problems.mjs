// The English texts of problem codes: those that the server answers with, of its enums of problem codes. The pages show
// what the server sent, so only the texts that they need without such an answer are built into them.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const web = new URL("../", import.meta.url);
const java = new URL("../functions/src/main/java/org/permitportal/", web);
const enums = readdirSync(java, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("Problem.java"));
const texts = {};
const general = {};
for (const file of enums) {
  const source = readFileSync(new URL(file, java), "utf8");
  const codes = source.matchAll(/^ {2}([A-Z_]+)\(\s*Kind\.[A-Z_]+,\s*((?:"(?:[^"\\]|\\.)*"[\s+]*)+)\)[,;]/gm);
  const found = [...codes].map(([, code, literals]) => [
    code,
    literals.match(/"(?:[^"\\]|\\.)*"/g).map((literal) => JSON.parse(literal)),
  ]);
  if (found.length !== (source.match(/^ {2}[A-Z_]+\(/gm) ?? []).length) {
    throw new Error(`${file}: a problem code is CODE(Kind.…, "its text")`);
  }
  for (const [code, parts] of found) {
    texts[code] = parts.join("");
    if (file === "platform/RequestProblem.java") {
      general[code] = texts[code];
    }
  }
}
written("../messages/en/web/problems.json", texts);
// The pages bring these along: API Gateway answers with some of them too, and says less.
written("src/api/generated/problems.json", general);

function written(file, content) {
  const to = new URL(file, web);
  mkdirSync(new URL(".", to), { recursive: true });
  const json = `${JSON.stringify(content, Object.keys(content).sort(), 2)}\n`;
  // What is the same stays as it is: it is no reason to build again.
  if (!existsSync(to) || readFileSync(to, "utf8") !== json) {
    writeFileSync(to, json);
  }
}
