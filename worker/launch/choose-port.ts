import { createServer } from "node:net";

const HIGHEST_PORT = 65_535;
const ATTEMPTS = 100;

/** The first free port from `first` on. @throws when a hundred in a row are taken */
export async function choosePort(first: number, host: string): Promise<number> {
  for (let port = first; port < Math.min(first + ATTEMPTS, HIGHEST_PORT); port += 1) {
    if (await isPortFree(port, host)) return port;
  }
  throw new Error(`No free port from ${first} on: set PORT to one that is free.`);
}

/** Whether one may listen there. Also asks on 127.0.0.1: a program there gets the local visitors of one that listens on all addresses. */
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
