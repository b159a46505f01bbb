import { isLoopbackAddress } from "#worker/core/url/is-loopback-address.ts";

/**
 * Splits SMTP_URL into the server's address and a flag that requires encryption: always, except on this machine and with
 * `?tls=never`. Keeps only the parameter `name`, because nodemailer lets parameters override options, including encryption.
 */
export function smtpConnection(smtpUrl: string): { url: string; requireTLS: boolean } {
  const url = new URL(smtpUrl);
  const isPlainAllowed = url.searchParams.get("tls") === "never";
  for (const name of [...url.searchParams.keys()]) if (name !== "name") url.searchParams.delete(name);
  const asHttp = smtpUrl.replace(/^smtps?:/i, "http:");
  return { url: url.href, requireTLS: !isPlainAllowed && !isLoopbackAddress(asHttp) };
}
