import { describe, expect, it } from "vitest";
import { deviceName } from "../../api/device.ts";
import { returnTo } from "./return.ts";

describe("After logging in one", () => {
  it("goes back to the page one came from, with all of its address", () => {
    expect(returnTo("/permits/01K?q=a%20b#events")).toBe("/permits/01K?q=a%20b#events");
  });

  it.each([undefined, "", "close", "dashboard", "/login?return=/login", "/v1/session"])(
    "goes to the Dashboard where there is no such page: %s",
    (wanted) => expect(returnTo(wanted)).toBe("/dashboard"),
  );

  it.each([
    "//elsewhere.example/x",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "https://elsewhere.example",
    "/..//elsewhere.example",
    "/a/..//elsewhere.example",
    "/%2e%2e//elsewhere.example",
    "/.//elsewhere.example",
  ])("never leaves the portal: %s", (wanted) => expect(returnTo(wanted)).toBe("/dashboard"));
});

describe("A device", () => {
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Windows"],
    [
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
      "Edge, Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari, iPhone",
    ],
    [
      "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
      "Chrome, Android",
    ],
    ["curl/8", undefined],
  ])("is called by its browser and system: %s", (agent, name) => expect(deviceName(agent)).toBe(name));
});
