import { DomainError } from "../errors.ts";
import { isAllowedPrivateHost, isIpAddress, isPrivateAddress } from "../url/private-address.ts";
import type { ChannelKind } from "./channel.ts";

const LONGEST = 2_000;
const SLACK_HOSTS = new Set(["hooks.slack.com", "hooks.slack-gov.com"]);
/** Hosts of workflows in all of Microsoft's clouds. */
const WORKFLOW_HOST = /\.(?:logic\.azure\.(?:com|us|cn)|powerplatform\.(?:com|microsoft\.us|partner\.microsoftonline\.cn))$/;
/** Hosts of the Office 365 connectors, which Microsoft retired. */
const CONNECTOR_HOST = /^outlook\.office(?:365)?\.com$|\.webhook\.office\.com$/;

type Allowed = { allowedPrivateHosts: readonly string[] };

/**
 * Returns the address of a Channel as a person pasted it, in normal form. A host that this installation may visit although it is private is
 * allowed for all kinds, also without encryption. Does not look the host up: each connection is checked.
 * @throws DomainError `invalid-input` in the user's words.
 */
export function readChannelAddress(kind: ChannelKind, typed: string, { allowedPrivateHosts }: Allowed): string {
  const text = typed.trim();
  if (text.length > LONGEST) throw invalid(`This address is longer than ${LONGEST} characters.`);
  const url = /^https?:\/\//i.test(text) && !/\s/.test(text) ? URL.parse(text) : null;
  if (!url) throw invalid(`Paste the whole address. It begins with https://${kind === "slack" ? "hooks.slack.com/" : ""}.`);
  if (url.username !== "" || url.password !== "") throw invalid("Leave the user name and the password out of the address.");
  url.hash = "";
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  if (isAllowedPrivateHost(url.hostname, port, allowedPrivateHosts)) return url.href;
  if (url.protocol !== "https:")
    throw invalid("Use an address that begins with https://, so that no one on the way can read the messages.");
  if (isIpAddress(url.hostname) && isPrivateAddress(url.hostname))
    throw invalid(`${url.hostname} is on a private network, which we cannot reach. Use a public address.`);
  const fault = faultOf(kind, url);
  if (fault) throw invalid(fault);
  return url.href;
}

function faultOf(kind: ChannelKind, { hostname, pathname }: URL): string | null {
  switch (kind) {
    case "slack":
      if (!SLACK_HOSTS.has(hostname))
        return "This is not the address of a Slack webhook. It begins with https://hooks.slack.com/services/.";
      return pathname.startsWith("/services/")
        ? null
        : "This address starts a Slack workflow. Use an incoming webhook, whose address begins with https://hooks.slack.com/services/.";
    case "teams":
      if (CONNECTOR_HOST.test(hostname))
        return "This is the address of an Office 365 connector, which Microsoft has switched off. Create a workflow and paste its address.";
      return WORKFLOW_HOST.test(hostname)
        ? null
        : "This is not the address of a Teams workflow. Its host ends with logic.azure.com or powerplatform.com.";
    case "webhook":
      return null;
  }
}

function invalid(message: string): DomainError {
  return new DomainError("invalid-input", message);
}
