import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const KB = 1000;
const HOME = "src/pages/home/page.tsx";
const LIMITS = { homeJs: 30 * KB, css: 30 * KB, pageJs: 45 * KB };

/** Prints what each page costs to load, gzipped, and fails the build above the limits. */
export function budgets(): Plugin {
  return {
    name: "budgets",
    apply: "build",
    writeBundle(_, bundle) {
      const faults: string[] = [];
      const size = (name: string) => {
        const file = bundle[name];
        return file ? gzipSync(file.type === "chunk" ? file.code : file.source).length : 0;
      };
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const entry = chunks.find((chunk) => chunk.isEntry);
      if (!entry) {
        this.error("no entry: nothing was measured");
        return;
      }
      // What a page loads later counts as its own; other pages and other languages do not.
      const within = (name: string) => {
        const chunk = bundle[name];
        return chunk?.type === "chunk" && !/\/page\.tsx$|\/messages\//.test(chunk.facadeModuleId ?? "");
      };
      const needed = (name: string, found = new Set<string>()): Set<string> => {
        const chunk = bundle[name];
        if (chunk?.type === "chunk" && !found.has(name)) {
          found.add(name);
          for (const other of [...chunk.imports, ...chunk.dynamicImports.filter(within)]) {
            needed(other, found);
          }
        }
        return found;
      };
      const total = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + size(name), 0);
      const shared = needed(entry.fileName);
      const translated = chunks.filter((chunk) => chunk.facadeModuleId?.includes("/messages/"));
      console.log(`\nbudgets (gzipped)            kB JS   limit`);
      let pages = 0;
      for (const chunk of chunks) {
        const page = /src\/pages\/.+\/page\.tsx$/.exec(chunk.facadeModuleId ?? "")?.[0];
        if (!page) {
          continue;
        }
        pages++;
        const bytes = total(new Set([...shared, ...needed(chunk.fileName)]));
        const staff = page.startsWith("src/pages/staff");
        const limit = page === HOME ? LIMITS.homeJs : staff ? Number.POSITIVE_INFINITY : LIMITS.pageJs;
        console.log(
          `  ${page.slice("src/pages/".length, -"/page.tsx".length).padEnd(26)} ${kb(bytes)}   ${staff ? "none" : kb(limit)}`,
        );
        if (bytes > limit) {
          faults.push(`${page} loads ${kb(bytes)} kB of JavaScript`);
        }
      }
      const css = total(Object.keys(bundle).filter((name) => name.endsWith(".css")));
      console.log(`  all CSS                    ${kb(css)}   ${kb(LIMITS.css)}`);
      console.log(
        `  all other languages (${translated.length}) ${kb(total(translated.map((chunk) => chunk.fileName)))}`,
      );
      if (css > LIMITS.css) {
        faults.push(`${kb(css)} kB of CSS`);
      }
      if (pages === 0 || translated.length === 0) {
        faults.push("no page or no chunk of another language: nothing was measured");
      }
      for (const file of Object.values(bundle)) {
        const text =
          file.type === "chunk" ? file.code : /\.(css|html|svg)$/.test(file.fileName) ? String(file.source) : "";
        if (/url\(["']?data:|["'`]data:[a-z]+\//.test(text)) {
          faults.push(`${file.fileName} holds a data: address`);
        }
      }
      if (faults.length > 0) {
        this.error(`over budget: ${faults.join("; ")}`);
      }
    },
  };
}

function kb(bytes: number): string {
  return (bytes / KB).toFixed(1).padStart(5);
}
