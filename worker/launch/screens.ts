import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { PATHS } from "./project-paths.ts";

const folder = join(PATHS.state, "screens");

/**
 * Runs `npm run screens`: the test that visits every screen, which then takes a picture of each at phone and desktop width, light and dark, into
 * `.flawless/screens`.
 */
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true, mode: 0o700 });
process.env.SCREENS_FOLDER = folder;
process.argv.splice(2, Infinity, "every-screen");
await import("./test.ts");
process.stdout.write(`The pictures are in ${folder}.\n`);
