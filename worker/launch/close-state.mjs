import { chmodSync, lstatSync, mkdirSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** Permissions of others: to read, write and enter. */
const OTHERS = 0o077;

/**
 * Closes the state folder and everything in it to the other users of the machine, and creates it if missing. Under root, others can enter the folder
 * but not list it, because PostgreSQL then runs as another user with a folder inside. Files of another user are not changed.
 */
export function closeState(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const real = realpathSync(folder);
  if (lstatSync(real).uid === process.getuid?.()) chmodSync(real, process.getuid() === 0 ? 0o711 : 0o700);
  for (const name of readdirSync(real)) closeAll(join(real, name));
}

/** Closes one entry. Does not follow symbolic links, which may lead out of the folder. A live run may remove files meanwhile. */
function closeAll(path) {
  try {
    const found = lstatSync(path);
    if (found.uid !== process.getuid?.() || found.isSymbolicLink()) return;
    if (found.mode & OTHERS) chmodSync(path, found.mode & 0o7777 & ~OTHERS);
    if (found.isDirectory()) for (const name of readdirSync(path)) closeAll(join(path, name));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
