import type { ComponentType } from "preact";
import { lazy } from "preact-iso";
import { languageReady } from "../i18n/language.ts";
import { NotLoaded } from "./trouble.tsx";

type Page = ComponentType;
type Load = () => Promise<{ default: Page }>;

/** All pages by address, without the language at its beginning. */
const PAGES: Readonly<Record<string, Load>> = {
  "/": () => import("../pages/home/page.tsx"),
  "/account": () => import("../pages/account/profile/page.tsx"),
  "/account/members": () => import("../pages/account/members/page.tsx"),
  "/account/security": () => import("../pages/account/security/page.tsx"),
  "/account/authenticator": () => import("../pages/account/authenticator/page.tsx"),
  "/account/sessions": () => import("../pages/account/sessions/page.tsx"),
  "/account/data": () => import("../pages/account/data/page.tsx"),
  "/account/licenses": () => import("../pages/account/licenses/page.tsx"),
  "/login": () => import("../pages/login/page.tsx"),
  "/recovery": () => import("../pages/recovery/page.tsx"),
  "/not-me": () => import("../pages/notme/page.tsx"),
  "/undo-email": () => import("../pages/undoemail/page.tsx"),
  "/permits": () => import("../pages/permits/page.tsx"),
  "/dashboard": () => import("../pages/dashboard/page.tsx"),
  "/permits/:permitId": () => import("../pages/permit/page.tsx"),
  "/application": () => import("../pages/application/terms/page.tsx"),
  "/application/step-1": () => import("../pages/application/step1/page.tsx"),
  "/application/step-2": () => import("../pages/application/step2/page.tsx"),
  "/application/step-3": () => import("../pages/application/step3/page.tsx"),
  "/application/created": () => import("../pages/application/created/page.tsx"),
  "/invitation": () => import("../pages/invitation/page.tsx"),
  "/resume": () => import("../pages/resume/page.tsx"),
  "/staff": () => import("../pages/staff/login/page.tsx"),
  "/staff/verifications": () => import("../pages/staff/verifications/page.tsx"),
  "/staff/accounts/:accountId": () => import("../pages/staff/account/page.tsx"),
  "/staff/link-requests": () => import("../pages/staff/links/page.tsx"),
};

const NOT_FOUND: Load = () => import("../pages/notfound/page.tsx");

export interface PageRoute {
  readonly path: string;
  readonly component: Page & { preload: () => Promise<unknown> };
}

/** Loads a page with its texts. If it cannot be loaded, returns a page that says so. */
function page(load: Load): PageRoute["component"] {
  return lazy(async () => {
    try {
      const loaded = await load();
      await languageReady();
      return loaded;
    } catch {
      return { default: NotLoaded };
    }
  }) as PageRoute["component"];
}

export const routes: readonly PageRoute[] = Object.entries(PAGES).map(([path, load]) => ({
  path,
  component: page(load),
}));

export const notFound = page(NOT_FOUND);

/** Loads the page of an address before the first drawing. */
export async function preload(path: string): Promise<void> {
  const found = routes.find((route) => new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}/?$`).test(path));
  await (found?.component ?? notFound).preload();
}
