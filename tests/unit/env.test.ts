import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";

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

  test("an empty optional variable counts as not set", () => {
    expect(parseEnv({ ...complete, TELEGRAM_BOT_TOKEN: "" }).TELEGRAM_BOT_TOKEN).toBeUndefined();
  });

  test(".env.example describes every variable that is read", () => {
    const example = readFileSync(".env.example", "utf8");
    const source = readFileSync("lib/env.ts", "utf8");
    for (const [, name] of source.matchAll(/^ {2}([A-Z_]+):/gm)) expect(example).toContain(`\n${name}=`);
  });
});
