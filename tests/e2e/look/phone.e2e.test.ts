import { describePagesOn } from "#tests/e2e/look/pages.ts";
import { phone } from "#tests/e2e/visit.ts";

describePagesOn("a phone", phone);
