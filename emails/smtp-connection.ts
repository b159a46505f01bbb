import { isLoopbackAddress } from "#worker/core/url/is-loopback-address.ts";

/**
 * Splits SMTP_URL into the server's address and whether encryption is required: always, but for this machine and where the URL says `?tls=never`.
 * Of its parameters only `name` is kept: nodemailer lets them override what is set beside the address, encryption too.
 */
export function smtpConnection(smtpUrl: string): { url: string; requireTLS: boolean } {
  const url = new URL(smtpUrl);
  const isPlainAllowed = url.searchParams.get("tls") === "never";
  for (const name of [...url.searchParams.keys()]) if (name !== "name") url.searchParams.delete(name);
  const asHttp = smtpUrl.replace(/^smtps?:/i, "http:");
  return { url: url.href, requireTLS: !isPlainAllowed && !isLoopbackAddress(asHttp) };
}
