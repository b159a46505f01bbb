import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const own = join(root, ".flawless");
/** FLAWLESS_STATE moves the state elsewhere, so that a second run from this folder has a database of its own. */
const state = process.env.FLAWLESS_STATE || own;

/**
 * The paths that the commands use. `state` holds everything that a run keeps, and may be deleted with all data; `stamps` holds hashes of the
 * sources that were built.
 */
export const PATHS = {
  root,
  state,
  logs: join(state, "logs"),
  stamps: own,
  next: join(root, ".next"),
  dist: join(root, "dist"),
  nextProgram: join(root, "node_modules", "next", "dist", "bin", "next"),
} as const;
