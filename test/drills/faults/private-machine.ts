import { execFile, spawn } from "node:child_process";
import { chmod, copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { findFaketime } from "../programs/find-faketime.ts";
import { unpackPackage } from "../programs/unpack-package.ts";
import { NAME_SERVER } from "./name-server.ts";

const run = promisify(execFile);
/** As on the internet, with no packets that are larger, so that a lost packet is a small part of an answer. */
const PACKETS = ["mtu", "1500", "gso_max_segs", "1"];

/** Names of what is unpacked: the program of nftables, and the library that gives a process another clock. */
export const NFT = "nft";
export const FAKETIME = "libfaketime.so";

/** Returns why this machine cannot run the drill; null if it can. */
export async function findObstacle(): Promise<string | null> {
  if (process.platform !== "linux") return "The drill needs Linux: it takes network and mounts of its own.";
  if (process.getuid?.() !== 0) return "The drill needs root: it takes network and mounts of its own. Run it with sudo.";
  for (const [program, name] of [
    ["unshare", "util-linux"],
    ["mount", "mount"],
    ["ip", "iproute2"],
    ["apt-get", "apt, to unpack libfaketime and nftables"],
  ])
    if (!(await isThere(program ?? ""))) return `The drill needs ${program}. Install ${name}.`;
  return null;
}

async function isThere(program: string): Promise<boolean> {
  return run("which", [program]).then(
    () => true,
    () => false,
  );
}

/** Puts the installed programs, or unpacked ones, into `folder`, while the network is still there. @throws when they cannot be had */
export async function gatherTools(folder: string): Promise<void> {
  await writeFile(join(folder, "resolv.conf"), `nameserver ${NAME_SERVER}\n`);
  await copyFile(await findFaketime(folder), join(folder, FAKETIME));
  const nft = join(folder, NFT);
  if (await isThere("nft")) await writeFile(nft, '#!/bin/sh\nexec nft "$@"\n');
  else {
    const libraries = await unpackPackage(folder, "nftables");
    await writeFile(nft, `#!/bin/sh\nLD_LIBRARY_PATH='${libraries}' exec '${join(folder, "usr", "sbin", "nft")}' "$@"\n`);
  }
  await chmod(nft, 0o755);
}

/** Runs this program once more with these arguments, in a network and with mounts of its own. Returns its exit code. */
export async function runInside(args: string[]): Promise<number> {
  const child = spawn("unshare", ["--net", "--mount", process.execPath, ...args], { stdio: "inherit" });
  // It must end what it started.
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => child.kill(name));
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}

/** Sets up the private network: only this machine, with our name server. */
export async function enter(folder: string): Promise<void> {
  await run("ip", ["link", "set", "lo", "up", ...PACKETS]);
  await run("mount", ["--bind", join(folder, "resolv.conf"), "/etc/resolv.conf"]);
}
