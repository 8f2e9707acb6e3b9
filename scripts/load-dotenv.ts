import { existsSync } from "node:fs";

// Node's own --env-file-if-exists says at every start that there is no file; there need not be one.
if (existsSync(".env")) process.loadEnvFile(".env");
