import { testDayWith } from "#tests/e2e/day/day.ts";
import { thumb } from "#tests/e2e/day/hands.ts";

testDayWith(thumb);
