import { chmodSync, lstatSync, mkdirSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** Access of others: reading, writing and entering. */
const OTHERS = 0o077;

/**
 * Closes a folder that a run keeps things in, and all in it, to the other users of the machine; makes it when missing. Under root its own entry
 * can be passed but not listed: PostgreSQL runs as another user then, whose folder lies inside. What belongs to another user stays as it is.
 */
export function closeState(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const real = realpathSync(folder);
  if (lstatSync(real).uid === process.getuid?.()) chmodSync(real, process.getuid() === 0 ? 0o711 : 0o700);
  for (const name of readdirSync(real)) closeAll(join(real, name));
}

/** Follows no symbolic link, which may lead out of the folder. A run that is alive may remove its files meanwhile. */
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
