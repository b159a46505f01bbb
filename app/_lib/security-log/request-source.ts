import type { EventSource } from "#prisma/queries/security/record-security-event.ts";
import type { Settings } from "#worker/core/settings.ts";
import { describeSource } from "./describe-source.ts";

/** Describes the source of a request by its headers. Without a trusted proxy's header, the network is unknown. */
export function requestSource(headers: Headers | undefined, settings: Pick<Settings, "TRUSTED_IP_HEADER">): EventSource {
  const address = settings.TRUSTED_IP_HEADER ? headers?.get(settings.TRUSTED_IP_HEADER) : null;
  return describeSource({ address, userAgent: headers?.get("user-agent") });
}
