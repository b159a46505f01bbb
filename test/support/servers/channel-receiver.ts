import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";

export type ReceivedMessage = { path: string; headers: IncomingHttpHeaders; body: string };

export type ChannelReceiver = {
  /** Without a trailing slash. */
  url: string;
  host: string;
  /** Messages that arrived whole, in order. */
  received: ReceivedMessage[];
  /** Sets the answer to every further message. At first it is "ok". */
  answer(answer: (response: ServerResponse) => void): void;
  close(): Promise<void>;
};

/** Starts a server on loopback that takes messages to Channels, and misbehaves as a test wants. */
export async function startChannelReceiver(): Promise<ChannelReceiver> {
  const received: ReceivedMessage[] = [];
  let answer = (response: ServerResponse): void => void response.end("ok");
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const host = `127.0.0.1:${address.port}`;
  return {
    url: `http://${host}`,
    host,
    received,
    answer(next) {
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
