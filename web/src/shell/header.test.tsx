import { render, screen } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { expect, it } from "vitest";
import { aCity } from "../../test/answers.ts";
import { city } from "../api/portal.ts";
import { Header } from "./header.tsx";

it("offers the languages that the city speaks, each in its own words", () => {
  const offered = () =>
    screen.getAllByRole<HTMLAnchorElement>("link").flatMap((link) => (link.hreflang ? [link.textContent] : []));
  city.set(aCity);
  const { unmount } = render(<Header />, { wrapper: LocationProvider });
  expect(offered()).toEqual(["English", "Español"]);
  unmount();
  city.set({ ...aCity, languages: ["en"] });
  render(<Header />, { wrapper: LocationProvider });
  expect(offered()).toEqual(["English"]);
});
