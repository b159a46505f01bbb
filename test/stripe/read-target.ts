import type { IncomingMessage } from "node:http";
import { isLoopbackAddress } from "#worker/core/url/is-loopback-address.ts";

export type Refusal = { status: number; refusal: string };

/**
 * Reads the target of a request. Refuses a Host header that names neither this machine nor `publicUrl` (a foreign web page
 * could send one by DNS rebinding), and a target that is not a path.
 */
export function readTarget(request: IncomingMessage, ownUrl: string, publicUrl?: string): { url: URL } | Refusal {
  const { host } = request.headers;
  if (!isKnownHost(host, publicUrl)) return { status: 421, refusal: "The Stripe stand-in answers this machine only." };
  const target = request.url ?? "";
  const url = target.startsWith("/") && URL.canParse(target, ownUrl) ? new URL(target, ownUrl) : null;
  // A target that begins with two slashes names another host.
  if (url?.origin !== ownUrl) return { status: 400, refusal: "The address of this request is not a path." };
  return { url };
}

function isKnownHost(host: string | undefined, publicUrl: string | undefined): boolean {
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}`)) return false;
  return isLoopbackAddress(`http://${host}`) || (publicUrl !== undefined && new URL(publicUrl).host === host.toLowerCase());
}
