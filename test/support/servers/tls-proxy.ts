import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { createServer } from "node:https";
import { join } from "node:path";

const certificates = join(import.meta.dirname, "..", "..", "fixtures", "certificates");

/** Starts a proxy that terminates TLS in front of a local web process, as in production. Its certificate is self-signed. */
export async function startTlsProxy(options: { port: number; webPort: number }): Promise<{ close(): Promise<void> }> {
  const [key, cert] = await Promise.all(["server.key", "self-signed.crt"].map((name) => readFile(join(certificates, name))));
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const asked = request({ host: "127.0.0.1", port: options.webPort, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    asked.on("error", () => outgoing.destroy());
    incoming.pipe(asked);
  });
  await new Promise<void>((listening) => server.listen(options.port, "127.0.0.1", listening));
  return {
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
