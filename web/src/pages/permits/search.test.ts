import { beforeEach, describe, expect, it, vi } from "vitest";
import { search, waysToFind } from "./search.ts";

const asked: string[] = [];
let answers: Record<string, () => Response> = {};
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": status === 200 ? "application/json" : "application/problem+json" },
  });
const none = () => json(200, { permits: [], streets: [] });

beforeEach(() => {
  asked.length = 0;
  answers = {};
  vi.stubGlobal("fetch", async (request: Request) => {
    const [by] = [...new URL(request.url).searchParams.keys()];
    asked.push(by ?? "");
    return (answers[by ?? ""] ?? none)();
  });
});

describe("What was typed", () => {
  it.each([
    ["BLD25-0042", "number"],
    ["bld250042", "number"],
    ["BLD 25 42", "number"],
    ["42", "number"],
    ["BLD25-0042-01", "number"],
    ["320 Canyon Wren Way", "address"],
    ["Canyon Wren", "address"],
    ["160 1st St", "address"],
    ["3106-09-1-21-001", "number"],
  ])("is looked for in the likeliest way first: %s", (typed, way) => expect(waysToFind(typed)[0]).toBe(way));

  it("is looked for in the other ways when nothing is found", async () => {
    answers.parcel = () => json(200, { permits: [{ number: "GRD24-0001" }], streets: [] });
    expect((await search("3106-09-1-21-001")).way).toBe("parcel");
    expect(asked).toEqual(["number", "parcel"]);
  });

  it("may be a street whose name ends with a number", async () => {
    answers.address = () => json(200, { permits: [], streets: ["HIGHWAY 24"] });
    expect((await search("Hwy 24")).found.streets).toEqual(["HIGHWAY 24"]);
    expect(asked).toEqual(["number", "address"]);
  });

  it("needs the year when too many fit and no other way finds it", async () => {
    answers.number = () => json(400, { code: "TYPE_THE_YEAR", errors: [] });
    await expect(search("42")).rejects.toMatchObject({ code: "TYPE_THE_YEAR" });
  });

  it("is nowhere when every way finds nothing or cannot be that", async () => {
    answers.number = () => json(400, { code: "INVALID_REQUEST", errors: [] });
    expect((await search("??? 1")).found).toEqual({ permits: [], streets: [] });
  });

  it("is not given up as unknown when the portal does not answer", async () => {
    answers.number = () => json(503, { code: "TEMPORARILY_UNAVAILABLE" });
    await expect(search("BLD25-0042")).rejects.toMatchObject({ code: "TEMPORARILY_UNAVAILABLE" });
    expect(asked).toEqual(["number"]);
  });
});
