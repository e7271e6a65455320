import { act, render, screen } from "@testing-library/preact";
import { LocationProvider, useLocation } from "preact-iso";
import { beforeEach, describe, expect, it } from "vitest";
import { ApiError } from "../api/apierror.ts";
import { session } from "../api/session.ts";
import { ErrorAlert } from "./alert.tsx";
import { SignedIn } from "./signedin.tsx";

const tokens = { accessToken: "sample", expiresIn: 600 };
let go: (to: string) => void = () => undefined;

function Page() {
  go = useLocation().route;
  return <SignedIn>the Dashboard</SignedIn>;
}

beforeEach(() => {
  session.standing.set("unknown");
  history.replaceState(null, "", "/dashboard?page=2");
});

function opened() {
  session.begin(tokens);
  render(
    <LocationProvider>
      <Page />
    </LocationProvider>,
  );
}

describe("A page for who is signed in", () => {
  it("asks whoever was signed out to log in, and to come back here", async () => {
    opened();
    expect(screen.getByText("the Dashboard")).toBeDefined();
    await act(() => session.end());
    expect(location.pathname + location.search).toBe("/login?return=%2Fdashboard%3Fpage%3D2");
  });

  it("lets go whoever logs out and goes to the homepage", async () => {
    opened();
    await act(() => {
      session.end();
      go("/");
    });
    expect(location.pathname + location.search).toBe("/");
  });

  it("keeps what is shown when the session has ended by itself", async () => {
    opened();
    await act(() => session.standing.set("ended"));
    expect(screen.getByText("the Dashboard")).toBeDefined();
    expect(location.pathname).toBe("/dashboard");
  });
});

describe("A refusal because the session has ended", () => {
  it("leads to a login in another window, and says when one is in again", async () => {
    session.standing.set("ended");
    render(<ErrorAlert error={new ApiError("NOT_SIGNED_IN", 401)} />);
    const link = screen.getByRole("link", { name: "Log in again" });
    expect([link.getAttribute("href"), link.getAttribute("target")]).toEqual(["/login?return=close", "_blank"]);
    expect(screen.getByRole("alert").textContent).toContain("Your session has ended");
    await act(() => session.begin(tokens));
    expect(screen.getByRole("status").textContent).toContain("You are logged in again");
    expect(screen.queryByRole("link")).toBeNull();
  });
});
