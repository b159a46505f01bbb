import { createDatabase } from "#prisma/client.ts";
import { oncePerProcess } from "./once-per-process.ts";
import { getSettings } from "./settings.ts";

/** Returns the web process's pool of database connections. */
export const getDatabase = oncePerProcess("database", () => createDatabase(getSettings().DATABASE_URL));
