import { afterEach, describe, expect, it, vi } from "vitest";

const reloaded = async () => {
  vi.resetModules();
  return await import("./typed.ts");
};

afterEach(() => sessionStorage.clear());

describe("What was typed", () => {
  it("outlives a reload while the state that it changes is the same", async () => {
    (await reloaded()).keep("company", { name: "Rivera", email: "ana@rivera.example" }, { id: "draft", version: 1 });
    const { typedBefore } = await reloaded();
    expect(typedBefore("company", { id: "draft", version: 1 })).toEqual({
      name: "Rivera",
      email: "ana@rivera.example",
    });
    expect(typedBefore("company", { id: "draft", version: 2 })).toBeUndefined();
    expect(typedBefore("company", { id: "other", version: 1 })).toBeUndefined();
    expect(typedBefore("company")).toBeUndefined();
    expect(typedBefore("contact", { id: "draft", version: 1 })).toBeUndefined();
  });

  it("belongs to what it changes", async () => {
    const { keep, typedBefore } = await reloaded();
    keep("contact", { firstName: "Ana" }, { id: "draft", version: 1 });
    expect(typedBefore("contact", { id: "draft", version: 2 })).toEqual({ firstName: "Ana" });
    expect(typedBefore("contact", { id: "other", version: 1 })).toBeUndefined();
  });

  it("is never a password, an answer or a code", async () => {
    const { keep, typedBefore } = await reloaded();
    keep(
      "company",
      { name: "Rivera", password: "one", newPassword: "two", answer: "three", code: "4" },
      { id: "draft", version: 1 },
    );
    expect(typedBefore("company", { id: "draft", version: 1 })).toEqual({ name: "Rivera" });
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/one|two|three|4/);
  });

  it("is stored for no form that does not ask for it, and for none once it was sent", async () => {
    const { keep, forget } = await reloaded();
    keep("profile", { name: "Rivera" });
    keep("company", { name: "Rivera" }, { id: "draft", version: 1 });
    forget("company", "draft");
    expect({ ...sessionStorage }).toEqual({});
  });
});
