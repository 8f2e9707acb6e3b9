import { testDayWith } from "#tests/e2e/day/day.ts";
import { keyboard } from "#tests/e2e/day/hands.ts";

testDayWith(keyboard);
