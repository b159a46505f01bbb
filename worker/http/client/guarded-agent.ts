import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { isAllowedPrivateHost, isIpAddress, isPrivateAddress } from "#worker/core/url/private-address.ts";
import { isBlockedPort } from "./blocked-ports.ts";
import { errorCode } from "./error-code.ts";

const CONNECT_MS = 10_000;
/** OpenSSL's name for a server that ended the handshake because it speaks none of the protocols that it was offered (RFC 7301, 3.2). */
const NO_HTTP_1 = "ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL";
/** Code of the error with which a connection to a private address is refused. */
export const PRIVATE_ADDRESS_CODE = "PRIVATE_ADDRESS";
/** Code of the error with which a port of another protocol is refused. */
export const BLOCKED_PORT_CODE = "BLOCKED_PORT";

/**
 * An HTTP agent that connects to public addresses only. The address is checked when connecting, on what the name resolved to at that
 * moment, so redirects and names that change their address (DNS rebinding) gain nothing. `allowedPrivateHosts`: see
 * `isAllowedPrivateHost`.
 */
export function createGuardedAgent({ allowedPrivateHosts }: { allowedPrivateHosts: readonly string[] }): Agent {
  const connect = createGuardedConnector(allowedPrivateHosts);
  return new Agent({ connect, connections: 8, keepAliveTimeout: 10_000, maxHeaderSize: 32_768 });
}

/** What opens the agent's connections. `tls`: how certificates are looked at, where not as usual. */
export function createGuardedConnector(
  allowedPrivateHosts: readonly string[],
  tls: { rejectUnauthorized?: boolean } = {},
): buildConnector.connector {
  const open = connectorFor({ ...tls, timeout: CONNECT_MS });
  const guarded = connectorFor({ ...tls, timeout: CONNECT_MS, lookup: lookupPublic });
  return (options, callback) => {
    const port = Number(options.port) || (options.protocol === "https:" ? 443 : 80);
    if (isAllowedPrivateHost(options.hostname, port, allowedPrivateHosts)) return open(options, callback);
    if (isIpAddress(options.hostname) && isPrivateAddress(options.hostname))
      return callback(privateAddress(options.hostname), null);
    if (isBlockedPort(port)) return callback(refusal(BLOCKED_PORT_CODE, `Port ${port} is for other protocols.`), null);
    return guarded(options, callback);
  };
}

/** Speaks HTTP/1.1, and HTTP/2 with servers that speak nothing else. */
function connectorFor(options: buildConnector.BuildOptions): buildConnector.connector {
  const plain = buildConnector({ ...options, allowH2: false });
  const modern = buildConnector({ ...options, allowH2: true });
  return (target, callback) =>
    plain(target, (...result) => {
      const [error] = result;
      if (error && errorCode(error) === NO_HTTP_1) modern(target, callback);
      else callback(...result);
    });
}

const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const found = addresses.filter(({ address }) => !isPrivateAddress(address));
    const [first] = found;
    if (!first) return callback(privateAddress(hostname), []);
    if (options.all) return callback(null, found);
    callback(null, first.address, first.family);
  });
};

function privateAddress(host: string): Error {
  return refusal(PRIVATE_ADDRESS_CODE, `${host} is on a private network.`);
}

function refusal(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
