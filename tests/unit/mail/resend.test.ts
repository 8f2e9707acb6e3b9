import { afterEach, describe, expect, test, vi } from "vitest";
import type { OutgoingMail } from "#lib/mail/model.ts";
import { toResend } from "#lib/mail/transports/resend.ts";

const mail: OutgoingMail = {
  id: "0b9f1c52-3f4e-4b1e-9f5a-5d1b1a6f9c10",
  from: { name: "Astra", address: "astra@lumea.example" },
  to: "nina@example.com",
  subject: "Hello",
  html: "<p>Hello</p>",
  text: "Hello",
  headers: { "Auto-Submitted": "auto-generated" },
};

afterEach(() => vi.unstubAllGlobals());

function answer(status: number) {
  const ask = vi.fn(async (_url: string, _request: RequestInit) => new Response("{}", { status }));
  vi.stubGlobal("fetch", ask);
  return ask;
}

function send() {
  return toResend("re_secret", "https://api.resend.com").send(mail);
}

describe("through the HTTP API of a provider", () => {
  test("a mail is asked for under a key of its own, so that it is sent once", async () => {
    const ask = answer(200);
    await send();
    await send();
    const [[url, request], [, again]] = ask.mock.calls as [[string, RequestInit], [string, RequestInit]];
    expect(url).toBe("https://api.resend.com/emails");
    expect(request.headers).toEqual({
      Authorization: "Bearer re_secret",
      "Content-Type": "application/json",
      "Idempotency-Key": mail.id,
    });
    expect(JSON.parse(String(request.body))).toEqual({
      from: '"Astra" <astra@lumea.example>',
      to: ["nina@example.com"],
      subject: "Hello",
      html: "<p>Hello</p>",
      text: "Hello",
      headers: { "Auto-Submitted": "auto-generated" },
    });
    expect(again).toMatchObject({ headers: request.headers, body: request.body });
  });

  test("what is refused is told without the key or the mail", async () => {
    answer(422);
    const failure = await send().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "mailRefused", isFinal: true });
    expect(String(failure)).toBe("MailFailure: The mail was not taken (mailRefused): 422");
  });

  test("a provider that does not answer is asked again later", async () => {
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("fetch failed");
    });
    await expect(send()).rejects.toMatchObject({ code: "serverAway", isFinal: false });
  });
});
