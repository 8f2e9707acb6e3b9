import { readdirSync } from "node:fs";
import { relative, sep } from "node:path";

const folder = "app/(app)";

/** The address of every signed-in page, read from the folders of the app, so that a new page is among them. */
export function signedInPages(id: string = crypto.randomUUID()): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === "page.tsx")
    .map((entry) =>
      relative(folder, entry.parentPath).split(sep).filter(isInAddress).join("/").replaceAll("[id]", id),
    )
    .map((path) => `/${path}`)
    .sort();
}

/** A folder in brackets only gathers what belongs together. */
function isInAddress(name: string): boolean {
  return !name.startsWith("(");
}
