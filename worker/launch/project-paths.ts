import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** The places that the commands use. `state` holds everything that a run keeps; it may be deleted with all data. */
export const PATHS = {
  root,
  state: join(root, ".flawless"),
  logs: join(root, ".flawless", "logs"),
  next: join(root, ".next"),
  dist: join(root, "dist"),
  nextProgram: join(root, "node_modules", "next", "dist", "bin", "next"),
} as const;
