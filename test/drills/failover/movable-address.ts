import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** An address whose server can be exchanged, as a DNS name or a floating address in production. */
type MovableAddress = { port: number; leadTo(port: number): void; close(): void };

/** Forwards connections on a free port to the server on `port`. Those to a server that has died are closed. */
export async function startMovableAddress(port: number): Promise<MovableAddress> {
  let target = port;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const other = connect(target, "127.0.0.1");
    for (const [socket, partner] of [
      [client, other],
      [other, client],
    ] as const) {
      open.add(socket);
      socket.pipe(partner);
      // A server that dies ends its connections with an error, which is the point.
      socket.on("error", () => partner.destroy());
      socket.on("close", () => {
        open.delete(socket);
        partner.destroy();
      });
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The address has no port.");
  return {
    port: address.port,
    leadTo: (next) => {
      target = next;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
