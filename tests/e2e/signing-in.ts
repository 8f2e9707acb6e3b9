import type { Page } from "playwright";
import type { Person } from "#tests/support/people.ts";

/** Fills the sign-in form in and waits for its answer. */
export async function signIn(
  page: Page,
  { email, password }: Pick<Person, "email" | "password">,
): Promise<void> {
  const button = page.getByRole("button", { name: "Sign in" });
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await button.click();
  await answered;
}

export function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}
