import { createServer, type Socket } from "node:net";

/** A request as it came: the path with its query, and the headers by name in lower case. */
export type RawRequest = { method: string; path: string; headers: Record<string, string> };

export type RawServer = AsyncDisposable & { url: string; host: string; requests: RawRequest[] };

/** Starts a server on loopback that answers with bytes as they are, however wrong, and closes each connection. */
export async function startRawServer(answer: (request: RawRequest) => Buffer | string): Promise<RawServer> {
  const open = new Set<Socket>();
  const requests: RawRequest[] = [];
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => open.delete(socket));
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      if (end === -1) return;
      const [first = "", ...lines] = text.slice(0, end).split("\r\n");
      const [method = "", path = ""] = first.split(" ");
      const headers = Object.fromEntries(
        lines.map((line) => [line.split(":", 1)[0]?.toLowerCase(), line.slice(line.indexOf(":") + 2)]),
      );
      const request = { method, path, headers };
      requests.push(request);
      const bytes = Buffer.from(answer(request));
      const head = bytes.subarray(0, bytes.toString("latin1").search(/\r?\n\r?\n/) + 4);
      socket.end(method === "HEAD" ? head : bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const host = `127.0.0.1:${address.port}`;
  const close = async () => {
    for (const socket of open) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://${host}`, host, requests, [Symbol.asyncDispose]: close };
}
