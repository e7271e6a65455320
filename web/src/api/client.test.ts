import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiError } from "./apierror.ts";

const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

/** Loads the modules again, like another tab. */
async function aTab() {
  vi.resetModules();
  return { ...(await import("./client.ts")), ...(await import("./session.ts")) };
}

const seen: string[] = [];
let answers: Record<string, (request: Request) => Response | Promise<Response>> = {};

beforeEach(() => {
  seen.length = 0;
  answers = {};
  vi.stubGlobal("fetch", async (request: Request) => {
    const call = `${request.method} ${new URL(request.url).pathname}`;
    seen.push(`${call} ${request.headers.get("authorization") ?? ""}`.trim());
    const answer = answers[call];
    if (!answer) {
      throw new TypeError("no network");
    }
    return answer(request);
  });
});

describe("A call", () => {
  it("throws a problem with its code, fields and when to try again", async () => {
    const { api } = await aTab();
    answers["GET /v1/terms"] = () =>
      json(
        429,
        { code: "TOO_MANY_TRIES", errors: [{ field: "code", code: "INVALID", message: "no" }] },
        { "content-type": "application/problem+json", "retry-after": "90" },
      );
    const error = (await api.GET("/v1/terms").catch((e) => e)) as ApiError;
    expect(error).toMatchObject({ code: "TOO_MANY_TRIES", status: 429, retryAfter: 90 });
    expect(error.fields[0]?.field).toBe("code");
    expect(error.values.minutes).toBe(2);
  });

  it("throws what API Gateway's own message means", async () => {
    const { api } = await aTab();
    answers["GET /v1/terms"] = () => json(503, { message: "Service Unavailable" });
    await expect(api.GET("/v1/terms")).rejects.toMatchObject({ code: "MAINTENANCE" });
  });

  it("says when the portal cannot be reached", async () => {
    const { api } = await aTab();
    await expect(api.GET("/v1/terms")).rejects.toMatchObject({ code: "UNREACHABLE" });
  });
});

describe("A session", () => {
  it("is asked for once, however many want to know, and again after a failure", async () => {
    const { session } = await aTab();
    await Promise.allSettled([session.signedIn(), session.signedIn()]);
    expect(seen).toEqual(["POST /v1/session/refresh"]);
    answers["POST /v1/session/refresh"] = () => json(401, {});
    expect(await Promise.all([session.signedIn(), session.signedIn()])).toEqual([false, false]);
    expect(seen).toHaveLength(2);
  });

  it("is renewed and the refused call sent once more, with its body", async () => {
    const { api, session } = await aTab();
    session.begin({ accessToken: "old", expiresIn: 600 });
    answers["POST /v1/session/refresh"] = () => json(200, { accessToken: "new", expiresIn: 600 });
    answers["PUT /v1/account/contact"] = async (request) =>
      request.headers.get("authorization") === "Bearer new"
        ? json(200, { got: await request.json() })
        : json(401, { message: "Unauthorized" });
    const { data } = await api.PUT("/v1/account/contact", {
      params: { header: { "If-Match": '"1"' } },
      body: { language: "es" } as never,
    });
    expect(data).toEqual({ got: { language: "es" } });
    expect(seen).toEqual([
      "PUT /v1/account/contact Bearer old",
      "POST /v1/session/refresh",
      "PUT /v1/account/contact Bearer new",
    ]);
  });

  it("is renewed once for calls that fail together", async () => {
    const { api, session } = await aTab();
    session.begin({ accessToken: "old", expiresIn: 600 });
    answers["POST /v1/session/refresh"] = () => json(200, { accessToken: "new", expiresIn: 600 });
    answers["GET /v1/account"] = (request) =>
      request.headers.get("authorization") === "Bearer new" ? json(200, {}) : json(401, { message: "Unauthorized" });
    await Promise.all([api.GET("/v1/account"), api.GET("/v1/account"), api.GET("/v1/account")]);
    expect(seen.filter((call) => call.includes("refresh"))).toHaveLength(1);
  });

  it("is renewed before a token that ends soon is used", async () => {
    const { api, session } = await aTab();
    session.begin({ accessToken: "old", expiresIn: 5 });
    answers["POST /v1/session/refresh"] = () => json(200, { accessToken: "new", expiresIn: 600 });
    answers["GET /v1/account"] = () => json(200, {});
    await api.GET("/v1/account");
    expect(seen).toEqual(["POST /v1/session/refresh", "GET /v1/account Bearer new"]);
  });

  it("has ended when its renewal is refused, and nothing is sent without a token", async () => {
    const { api, session } = await aTab();
    session.begin({ accessToken: "old", expiresIn: 5 });
    answers["POST /v1/session/refresh"] = () => json(401, { message: "Unauthorized" });
    await expect(api.GET("/v1/account")).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    expect(session.standing.get()).toBe("ended");
    expect(seen).toEqual(["POST /v1/session/refresh"]);
  });

  it("stays when its renewal cannot be asked for", async () => {
    const { api, session } = await aTab();
    session.begin({ accessToken: "old", expiresIn: 5 });
    await expect(api.GET("/v1/account")).rejects.toMatchObject({ code: "UNREACHABLE" });
    expect(session.standing.get()).toBe("in");
  });

  it("of another tab serves this one, without a token in storage", async () => {
    const first = await aTab();
    const second = await aTab();
    first.session.begin({ accessToken: "shared", expiresIn: 600 });
    await soon(() => expect(second.session.standing.get()).toBe("in"));
    answers["GET /v1/account"] = () => json(200, {});
    await second.api.GET("/v1/account");
    expect(seen).toEqual(["GET /v1/account Bearer shared"]);
    expect(JSON.stringify({ ...localStorage })).not.toContain("shared");
  });
});
