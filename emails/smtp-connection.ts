import { isLoopbackAddress } from "#worker/core/url/is-loopback-address.ts";

/** Splits SMTP_URL into the server's address and whether encryption is required: always, but for this machine and where the URL says `?tls=never`. */
export function smtpConnection(smtpUrl: string): { url: string; requireTLS: boolean } {
  const url = new URL(smtpUrl);
  const isPlainAllowed = url.searchParams.get("tls") === "never";
  url.searchParams.delete("tls");
  const asHttp = smtpUrl.replace(/^smtps?:/i, "http:");
  return { url: url.href, requireTLS: !isPlainAllowed && !isLoopbackAddress(asHttp) };
}
