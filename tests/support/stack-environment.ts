import { requestAstra } from "#tests/support/own-astra.ts";

await requestAstra("stack");
