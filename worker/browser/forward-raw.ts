import type { IncomingMessage, ServerResponse } from "node:http";
import { connect } from "node:net";
import { pipeline } from "node:stream/promises";

/** The header by which the browser asks the proxy to pass an answer on byte by byte. */
export const RAW_HEADER = "x-forward-raw";

/** The server to ask, by the address that was checked, and how long it may be silent. */
type Destination = { host: string; port: number; path: string; idleMs: number };

/**
 * Sends a request without a body once more, and passes the answer on byte by byte. Browsers read answers that our HTTP parser refuses: lines
 * that end with LF alone, spaces in names, two equal lengths.
 */
export async function forwardRaw(
  incoming: IncomingMessage,
  response: ServerResponse,
  { host, port, path, idleMs }: Destination,
): Promise<void> {
  const client = response.socket;
  if (!client) return;
  const server = connect({ host, port });
  server.setTimeout(idleMs, () => server.destroy(new Error("The server stopped answering.")));
  client.once("close", () => server.destroy());
  await new Promise<void>((resolve, reject) => server.once("connect", resolve).once("error", reject));
  server.write(`${incoming.method} ${path} HTTP/1.1\r\n${headerLines(incoming.rawHeaders)}connection: close\r\n\r\n`, "latin1");
  await pipeline(server, client);
}

/** Headers between the browser and the proxy, which the server must not get. */
const HOP_HEADERS = new Set(["connection", "proxy-connection", "proxy-authorization", "keep-alive", "upgrade", RAW_HEADER]);

function headerLines(raw: readonly string[]): string {
  let lines = "";
  for (let index = 0; index + 1 < raw.length; index += 2)
    if (!HOP_HEADERS.has(raw[index]?.toLowerCase() ?? "")) lines += `${raw[index]}: ${raw[index + 1]}\r\n`;
  return lines;
}
