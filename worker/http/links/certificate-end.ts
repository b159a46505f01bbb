import { TLSSocket } from "node:tls";
import { createGuardedConnector } from "../client/guarded-agent.ts";
import type { HttpClient } from "../client/http-client.ts";

/**
 * Returns when a host's certificate expired, or null if that cannot be found out. It opens a connection of its own and sends nothing over
 * it, because the certificate is not to be trusted.
 */
export async function certificateEnd(
  { allowedPrivateHosts }: Pick<HttpClient, "allowedPrivateHosts">,
  address: string,
  signal: AbortSignal,
): Promise<Date | null> {
  const { hostname, host, protocol, port } = new URL(address);
  const connect = createGuardedConnector(allowedPrivateHosts, { rejectUnauthorized: false });
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
    connect({ hostname, host, protocol, port: port || "443" }, (_error, socket) => {
      const until = socket instanceof TLSSocket ? Date.parse(socket.getPeerCertificate().valid_to) : Number.NaN;
      socket?.destroy();
      resolve(Number.isNaN(until) ? null : new Date(until));
    });
  });
}
