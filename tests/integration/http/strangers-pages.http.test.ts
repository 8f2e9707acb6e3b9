import { expect, test } from "vitest";
import { ownAstra } from "#tests/support/own-astra.ts";
import { signedInPages } from "#tests/support/pages.ts";
import { rawRequest } from "#tests/support/request.ts";

test.each(signedInPages())(
  "a stranger who opens %s is sent to sign in, and nothing of it is sent",
  async (path) => {
    const { status, headers, text } = await rawRequest(`${ownAstra().appUrl}${path}`);
    expect({ status, text }).toEqual({ status: 303, text: headers.location });
    const { pathname, searchParams } = new URL(headers.location ?? "", ownAstra().appUrl);
    expect([pathname, searchParams.get("next")]).toEqual(["/login", path === "/" ? null : path]);
  },
);
