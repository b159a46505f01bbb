import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { isAllowedPrivateHost, isIpAddress, isPrivateAddress } from "../core/url/private-address.ts";

const CONNECT_MS = 10_000;
/** Code of the error with which a connection to a private address is refused. */
export const PRIVATE_ADDRESS_CODE = "PRIVATE_ADDRESS";

/**
 * An HTTP agent that connects to public addresses only. The address is checked when connecting, on what the name resolved to at that
 * moment, so redirects and names that change their address (DNS rebinding) gain nothing. `allowedPrivateHosts`: see
 * `isAllowedPrivateHost`.
 */
export function createGuardedAgent({ allowedPrivateHosts }: { allowedPrivateHosts: readonly string[] }): Agent {
  const open = buildConnector({ timeout: CONNECT_MS });
  const guarded = buildConnector({ timeout: CONNECT_MS, lookup: lookupPublic });
  const connect: buildConnector.connector = (options, callback) => {
    const port = Number(options.port) || (options.protocol === "https:" ? 443 : 80);
    if (isAllowedPrivateHost(options.hostname, port, allowedPrivateHosts)) return open(options, callback);
    if (isIpAddress(options.hostname) && isPrivateAddress(options.hostname))
      return callback(privateAddressError(options.hostname), null);
    return guarded(options, callback);
  };
  return new Agent({ connect, connections: 8, keepAliveTimeout: 10_000, maxHeaderSize: 32_768 });
}

const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const found = addresses.filter(({ address }) => !isPrivateAddress(address));
    const [first] = found;
    if (!first) return callback(privateAddressError(hostname), []);
    if (options.all) return callback(null, found);
    callback(null, first.address, first.family);
  });
};

function privateAddressError(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} is on a private network.`), { code: PRIVATE_ADDRESS_CODE });
}
