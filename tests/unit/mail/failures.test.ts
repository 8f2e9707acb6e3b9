import { describe, expect, test } from "vitest";
import { readStatus } from "#lib/mail/transports/resend.ts";
import { optionsOf, readSmtpError } from "#lib/mail/transports/smtp.ts";

describe("what a mail server says", () => {
  test.each([
    [{ code: "EENVELOPE", command: "RCPT TO", responseCode: 550 }, "addressRefused", true],
    [{ code: "EENVELOPE", command: "RCPT TO", responseCode: 450 }, "serverBusy", false],
    [{ code: "EENVELOPE", command: "MAIL FROM", responseCode: 553 }, "senderRefused", false],
    [{ code: "EMESSAGE", command: "DATA", responseCode: 554 }, "mailRefused", true],
    [{ code: "EMESSAGE", command: "DATA", responseCode: 421 }, "serverBusy", false],
    [{ code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 }, "signInRefused", false],
    [{ code: "ETIMEDOUT", command: "CONN" }, "serverAway", false],
    [{ code: "ECONNREFUSED" }, "serverAway", false],
    [new Error("anything"), "serverAway", false],
    ["nothing", "serverAway", false],
  ])("%j is %s; final: %s", (error, code, isFinal) => {
    expect(readSmtpError(error)).toMatchObject({ code, isFinal });
  });

  test("is noted without any address", () => {
    const response = "550 no such user here: nina@example.com";
    const failure = readSmtpError({ code: "EENVELOPE", command: "RCPT TO", responseCode: 550, response });
    expect(failure.message).toBe("The mail was not taken (addressRefused): 550 RCPT TO");
  });
});

test.each([
  [400, "mailRefused", true],
  [422, "mailRefused", true],
  [401, "signInRefused", false],
  [403, "signInRefused", false],
  [409, "serverBusy", false],
  [429, "serverBusy", false],
  [500, "serverAway", false],
])("status %i of a provider is %s; final: %s", (status, code, isFinal) => {
  expect(readStatus(status)).toMatchObject({ code, isFinal });
});

describe("the address of a mail server", () => {
  test("says name and password, whatever is in them", () => {
    expect(optionsOf("smtp://a%40b:p%3Aw%2F@mail.example.com")).toMatchObject({
      host: "mail.example.com",
      port: 587,
      auth: { user: "a@b", pass: "p:w/" },
    });
    expect(optionsOf("smtps://mail.example.com").auth).toBeUndefined();
  });

  test("lets nothing leave the machine unencrypted, unless it says so", () => {
    expect(optionsOf("smtps://mail.example.com")).toMatchObject({ port: 465, secure: true });
    expect(optionsOf("smtp://mail.example.com")).toMatchObject({ secure: false, requireTLS: true });
    expect(optionsOf("smtp://mail.internal:25?tls=off")).toMatchObject({ port: 25, requireTLS: false });
    expect(optionsOf("smtp://127.0.0.1:2525")).toMatchObject({ port: 2525, requireTLS: false });
    expect(optionsOf("smtp://[::1]:2525")).toMatchObject({ host: "::1", requireTLS: false });
  });
});
