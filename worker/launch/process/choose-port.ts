import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimFile } from "./claim-file.ts";

const HIGHEST_PORT = 65_535;
const ATTEMPTS = 100;

/** Returns the first port from `first` on that is free and not claimed. @throws if there is none among a hundred */
export async function choosePort(first: number, host: string): Promise<number> {
  for (let port = first; port < Math.min(first + ATTEMPTS, HIGHEST_PORT); port += 1) {
    if ((await isPortFree(port, host)) && (await claimPort(port))) return port;
  }
  throw new Error(`No free port from ${first} on: set PORT to one that is free.`);
}

/**
 * Claims a port among the runs of this user; returns false if another run has it. A child listens on it only half a second later, and until then
 * a run from another folder would find it free as well. The claim ends with this process.
 */
export async function claimPort(port: number): Promise<boolean> {
  const folder = join(tmpdir(), `flawless-ports-${process.getuid?.() ?? "all"}`);
  return (await claimFile(join(folder, String(port)))).claimed;
}

/** Returns true if the port is free. Also tries 127.0.0.1, where another program would get the local visitors of ours on 0.0.0.0. */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  return (await canListen(port, host)) && (await canListen(port, "127.0.0.1"));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
