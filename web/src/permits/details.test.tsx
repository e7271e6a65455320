import { render, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { aCity } from "../../test/answers.ts";
import { AN_OPENED_ROOF } from "../../test/permits.ts";

import { city } from "../api/portal.ts";
import { setLanguage } from "../i18n/language.ts";
import { Details } from "./details.tsx";

afterEach(() => setLanguage("en"));

it("says which words are the records', in their own language", async () => {
  city.set(aCity);
  const { details } = AN_OPENED_ROOF;
  render(<Details details={details} />);
  const described = () => screen.getByText(details.permit.description);
  expect(described().lang).toBe("");
  await setLanguage("es");
  expect(described().lang).toBe("en");
});

it("calls the records' words what the city calls them in the reader's language", async () => {
  city.set(aCity);
  await setLanguage("es");
  const { details } = AN_OPENED_ROOF;
  render(<Details details={{ ...details, work: { ...details.work, proposedUse: "SHED", project: "Solar" } }} />);
  expect(screen.getByText("Cobertizo").lang).toBe("");
  expect(screen.getByText("Solar").lang).toBe("en");
  expect(screen.getByText("Techo · Cambio de techo")).toBeTruthy();
  expect(screen.getByText("Rivera Roofing · Contratista de techos · RC-2143")).toBeTruthy();
});
