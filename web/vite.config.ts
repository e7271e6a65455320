import { defineConfig } from "vitest/config";
import { budgets } from "./build/budgets.ts";
import { messages } from "./build/messages.ts";

/** Where the local run answers the API: PORTAL=http://localhost:8123 npm run dev. */
const portal = process.env.PORTAL ?? "http://localhost:8080";

export default defineConfig({
  // JSX as Preact's; what its developer tools need is left out of the build.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    // The content security policy allows no data: address and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      // Pages name the files they load later: seven letters of a hash are enough to tell versions apart.
      output: { entryFileNames: "assets/[name]-[hash:7].js", chunkFileNames: "assets/[name]-[hash:7].js" },
    },
  },
  css: { preprocessorOptions: { scss: { loadPaths: ["node_modules/@uswds/uswds/packages"], quietDeps: true } } },
  plugins: [messages(), budgets()],
  server: {
    // The session's cookie is for the portal's own address only: the origin is told as the portal expects it.
    proxy: Object.fromEntries(
      ["/v1", "/mailbox"].map((path) => [path, { target: portal, changeOrigin: true, headers: { origin: portal } }]),
    ),
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    restoreMocks: true,
    testTimeout: 30_000,
    environmentOptions: {
      happyDOM: {
        url: "http://localhost:3000/",
        // A file that a page saves is no page to go to.
        settings: { navigation: { disableMainFrameNavigation: true, disableFallbackToSetURL: true } },
      },
    },
  },
});
