import { inject } from "vitest";

// Server files that a test imports find the same settings as the app under test.
Object.assign(process.env, inject("env"));
