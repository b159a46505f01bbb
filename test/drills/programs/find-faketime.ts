import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { unpackPackage } from "./unpack-package.ts";

const LIBRARIES = "/usr/lib";
/** For programs with several threads, as Node is. */
const NAME = "libfaketimeMT.so.1";

/** Returns the library that gives a process another clock: the installed one, or that of Debian's package, unpacked into `folder`. @throws when there is none */
export async function findFaketime(folder: string): Promise<string> {
  const machine = (await readdir(LIBRARIES)).map((name) => join(LIBRARIES, name, "faketime"));
  for (const installed of machine) {
    const names: string[] = await readdir(installed).catch(() => []);
    if (names.includes(NAME)) return join(installed, NAME);
  }
  return join(await unpackPackage(folder, "libfaketime"), "faketime", NAME);
}
