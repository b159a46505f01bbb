import { getIP } from "better-auth/api";
import type { Settings } from "#worker/core/settings.ts";

/**
 * Returns the network address that a request came from, an IPv6 one as its /64 network. Null without a trusted proxy's header,
 * because visitors can forge any other.
 */
export function visitorSource(headers: Headers | undefined, { TRUSTED_IP_HEADER }: Settings): string | null {
  if (!TRUSTED_IP_HEADER || !headers?.get(TRUSTED_IP_HEADER)) return null;
  return getIP(headers, { advanced: { ipAddress: { ipAddressHeaders: [TRUSTED_IP_HEADER] } } });
}
