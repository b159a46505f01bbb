import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimFile } from "./claim-file.ts";

const HIGHEST_PORT = 65_535;
const ATTEMPTS = 100;

/** The first port from `first` on that is free and that this process can claim. @throws when there is none among a hundred */
export async function choosePort(first: number, host: string): Promise<number> {
  for (let port = first; port < Math.min(first + ATTEMPTS, HIGHEST_PORT); port += 1) {
    if ((await isPortFree(port, host)) && (await claimPort(port))) return port;
  }
  throw new Error(`No free port from ${first} on: set PORT to one that is free.`);
}

/**
 * True if this process gets the port among the runs of this user. Between finding a port free and a child's listening on it lies half a
 * second, in which a run from another folder would find it free as well. The claim ends with this process.
 */
export async function claimPort(port: number): Promise<boolean> {
  const folder = join(tmpdir(), `flawless-ports-${process.getuid?.() ?? "all"}`);
  return (await claimFile(join(folder, String(port)))).claimed;
}

/** True if one may listen there. Also asks on 127.0.0.1: a program there gets the local visitors of one that listens on all addresses. */
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
