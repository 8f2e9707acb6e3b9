import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkKnownEnv, parseEnv } from "#lib/base/env.ts";

const complete = {
  DATABASE_URL: "postgresql://astra_app:password@127.0.0.1:5432/postgres",
  SUPABASE_URL: "http://127.0.0.1:9999",
  SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
  SUPABASE_SECRET_KEY: "sb_secret_x",
  APP_URL: "https://astra.example.com/",
  ASTRA_ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
};

describe("the environment", () => {
  test("is read with its defaults, and the address without its last slash", () => {
    expect(parseEnv(complete)).toMatchObject({
      APP_URL: "https://astra.example.com",
      LOG_LEVEL: "info",
      DATABASE_POOL_SIZE: 8,
      INGEST_POOL_SIZE: 4,
    });
  });

  test.each(Object.keys(complete))("without %s the error names it and says what to do", (name) => {
    const rest = Object.fromEntries(Object.entries(complete).filter(([key]) => key !== name));
    expect(() => parseEnv(rest)).toThrow(`${name} is not set: it must`);
  });

  test("a wrong value is named without being repeated", () => {
    const wrong = () => parseEnv({ ...complete, ASTRA_ENCRYPTION_KEY: "c2hvcnQ=" });
    expect(wrong).toThrow("ASTRA_ENCRYPTION_KEY must be 32 random bytes in base64");
    expect(wrong).not.toThrow("c2hvcnQ=");
  });

  test("several wrong variables make one sentence of one line", () => {
    const wrong = { ...complete, APP_URL: "astra.example.com", LOG_LEVEL: "loud", DATABASE_POOL_SIZE: "0" };
    expect(() => parseEnv(wrong)).toThrow(
      /^Astra can't start with this environment \(see \.env\.example\): APP_URL must .+; LOG_LEVEL must .+; DATABASE_POOL_SIZE must .+$/,
    );
  });

  test("a part of it can be checked before the rest is known", () => {
    const later = Object.keys(complete).filter((name) => name !== "APP_URL");
    expect(() => checkKnownEnv({ APP_URL: complete.APP_URL }, later)).not.toThrow();
    expect(() => checkKnownEnv({ APP_URL: "astra" }, later)).toThrow(/: APP_URL must [^;]+$/);
    expect(() => checkKnownEnv({ APP_URL: complete.APP_URL, TELEGRAM_BOT_TOKEN: "x" }, later)).toThrow(
      "TELEGRAM_BOT_TOKEN must be a bot token",
    );
  });

  test("an empty optional variable counts as not set", () => {
    const empty = { ...complete, TELEGRAM_BOT_TOKEN: "", LOG_LEVEL: "", DATABASE_POOL_SIZE: "" };
    expect(parseEnv(empty).TELEGRAM_BOT_TOKEN).toBeUndefined();
    expect(parseEnv(empty)).toMatchObject({ LOG_LEVEL: "info", DATABASE_POOL_SIZE: 8 });
  });

  test("mails that are sent say who they come from", () => {
    for (const way of [{ SMTP_URL: "smtps://mail.example.com" }, { RESEND_API_KEY: "re_123" }]) {
      expect(() => parseEnv({ ...complete, ...way })).toThrow(
        "MAIL_FROM is not set: it must be who mails come from",
      );
      expect(
        parseEnv({ ...complete, ...way, MAIL_FROM: '"Lumea, Ltd" <astra@lumea.example>' }).MAIL_FROM,
      ).toEqual({
        name: "Lumea, Ltd",
        address: "astra@lumea.example",
      });
    }
    expect(parseEnv({ ...complete, MAIL_FROM: "astra@lumea.example" }).MAIL_FROM?.name).toBe("Astra");
    for (const wrong of [
      "Astra",
      "Astra <astra>",
      "a@lumea.example, b@lumea.example",
      "A\nB <a@lumea.example>",
    ])
      expect(() => parseEnv({ ...complete, MAIL_FROM: wrong })).toThrow(
        "MAIL_FROM must be who mails come from",
      );
  });

  test("the password of a mail server is not repeated", () => {
    const wrong = () => parseEnv({ ...complete, SMTP_URL: "http://name:s3cret@mail.example.com" });
    expect(wrong).toThrow("SMTP_URL must be the address of a mail server");
    expect(wrong).not.toThrow("s3cret");
  });

  test(".env.example describes every variable that is read", () => {
    const example = readFileSync(".env.example", "utf8");
    const source = readFileSync("lib/base/env.ts", "utf8");
    for (const [, name] of source.matchAll(/^ {2}([A-Z_]+):/gm)) expect(example).toContain(`\n${name}=`);
  });
});
