import { render, screen } from "@testing-library/preact";
import { expect, it } from "vitest";
import { UploadQueue } from "./queue.ts";
import { Uploads } from "./uploads.tsx";

const no = () => Promise.reject(new Error("not asked for"));

function shown(types: string[]) {
  const rule = { maxBytes: 100, maxFiles: 4, types };
  const queue = new UploadQueue({ rule, announce: no, known: no, remove: no });
  render(<Uploads queue={queue} rule={rule} kinds={[{ key: "photo-id", label: "Photo ID" }]} />);
}

it("A photo can be taken where pictures are taken", () => {
  shown(["application/pdf", "image/jpeg"]);
  expect(screen.getByLabelText("Take a photo: Photo ID").getAttribute("capture")).toBe("environment");
});

it("and nowhere else", () => {
  shown(["application/pdf"]);
  screen.getByLabelText("Choose files: Photo ID");
  expect(screen.queryByLabelText("Take a photo: Photo ID")).toBeNull();
});
