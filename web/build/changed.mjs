// Installs and builds what changed since the last time; what did not is left as it is.
import { execSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";

const web = new URL("../", import.meta.url);
const at = (name) => new URL(name, web);
const time = (name) => (existsSync(at(name)) ? statSync(at(name)).mtimeMs : 0);

function newest(name) {
  if (!existsSync(at(name))) {
    return 0;
  }
  if (!statSync(at(name)).isDirectory()) {
    return time(name);
  }
  return Math.max(time(name), ...readdirSync(at(name)).map((entry) => newest(`${name}/${entry}`)));
}

const run = (command) => execSync(command, { cwd: web, stdio: "inherit" });

if (time("package-lock.json") > time("node_modules/.package-lock.json")) {
  run("npm ci --ignore-scripts --no-audit --no-fund --silent");
}
// Other texts of the server's problems are another page.
run("node build/problems.mjs");
const sources = [
  "src",
  "public",
  "build",
  "index.html",
  "vite.config.ts",
  "package-lock.json",
  "../infrastructure/openapi.yaml",
  "../messages",
];
if (Math.max(...sources.map(newest)) > time("dist/index.html")) {
  run("npm run --silent build");
} else {
  console.log("web/dist is up to date");
}
