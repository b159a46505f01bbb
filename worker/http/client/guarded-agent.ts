import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { createSecureContext } from "node:tls";
import { Agent, buildConnector } from "undici";
import { isAllowedPrivateHost, isIpAddress, isPrivateAddress } from "#worker/core/url/private-address.ts";
import { isBlockedPort } from "./blocked-ports.ts";
import { errorCode } from "./error-code.ts";
import { createNameLookups, type NameLookups } from "./name-lookups.ts";

const CONNECT_MS = 10_000;
/** The limit of Chromium for all headers of an answer. */
const MAX_HEADER_BYTES = 262_144;
/** OpenSSL's code for a server that speaks none of the offered protocols (RFC 7301, 3.2). */
const NO_HTTP_1 = "ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL";
/** Code of the error that refuses a connection to a private address. */
export const PRIVATE_ADDRESS_CODE = "PRIVATE_ADDRESS";
/** Code of the error that refuses another protocol's port. */
export const BLOCKED_PORT_CODE = "BLOCKED_PORT";

/**
 * Creates an HTTP agent that connects to public addresses only. It checks the address that a name resolves to when it connects, which also
 * covers redirects and names that change their address (DNS rebinding). `allowedPrivateHosts`: see `isAllowedPrivateHost`.
 */
export function createGuardedAgent({
  allowedPrivateHosts,
  names = createNameLookups(),
}: {
  allowedPrivateHosts: readonly string[];
  names?: NameLookups;
}): Agent {
  const connect = createGuardedConnector(allowedPrivateHosts, {}, names);
  return new Agent({ connect, connections: 8, keepAliveTimeout: 10_000, maxHeaderSize: MAX_HEADER_BYTES });
}

/** Creates the function that opens the agent's connections. `tls`: other options for checking certificates. */
export function createGuardedConnector(
  allowedPrivateHosts: readonly string[],
  tls: { rejectUnauthorized?: boolean } = {},
  names: NameLookups = createNameLookups(),
): buildConnector.connector {
  // Otherwise each connection makes its own, with all trusted certificates.
  const options = { ...tls, timeout: CONNECT_MS, secureContext: createSecureContext() };
  const open = connectorFor({ ...options, lookup: lookupBy(names, () => true) });
  const guarded = connectorFor({ ...options, lookup: lookupBy(names, isPublicAddress) });
  return (options, callback) => {
    const port = Number(options.port) || (options.protocol === "https:" ? 443 : 80);
    if (isAllowedPrivateHost(options.hostname, port, allowedPrivateHosts)) return open(options, callback);
    if (isIpAddress(options.hostname) && isPrivateAddress(options.hostname))
      return callback(privateAddress(options.hostname), null);
    if (isBlockedPort(port)) return callback(refusal(BLOCKED_PORT_CODE, `Port ${port} is for other protocols.`), null);
    return guarded(options, callback);
  };
}

/** Connects with HTTP/1.1, and with HTTP/2 where a server speaks nothing else. */
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

const isPublicAddress = (address: string) => !isPrivateAddress(address);

/** Looks names up for a connection, and gives it the addresses that are accepted. */
const lookupBy =
  (names: NameLookups, accepts: (address: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    const answer = (addresses: LookupAddress[]) => {
      const found = addresses.filter(({ address }) => accepts(address));
      const [first] = found;
      if (!first) return callback(privateAddress(hostname), []);
      if (options.all) return callback(null, found);
      callback(null, first.address, first.family);
    };
    names.resolve(hostname).then(answer, (error) => callback(error, []));
  };

function privateAddress(host: string): Error {
  return refusal(PRIVATE_ADDRESS_CODE, `${host} is on a private network.`);
}

function refusal(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
