import { describePagesOn } from "#tests/e2e/look/pages.ts";
import { laptop } from "#tests/e2e/visit.ts";

describePagesOn("a laptop", laptop);
