import { describe, expect, it } from "vitest";
import type { ChannelKind } from "#worker/core/channels/channel.ts";
import { readChannelAddress } from "#worker/core/channels/channel-address.ts";

const read = (kind: ChannelKind, typed: string, allowedPrivateHosts: string[] = []) =>
  readChannelAddress(kind, typed, { allowedPrivateHosts });

describe("readChannelAddress", () => {
  it.each<[ChannelKind, string]>([
    ["slack", "https://hooks.slack.com/services/T0/B0/abcdefghijklmnopqrstuvwx"],
    ["slack", "https://hooks.slack-gov.com/services/T0/B0/abc"],
    [
      "teams",
      "https://prod-12.westeurope.logic.azure.com:443/workflows/0a/triggers/manual/paths/invoke?api-version=2016-06-01&sig=x",
    ],
    [
      "teams",
      "https://default0a.1b.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/0a/triggers/manual/paths/invoke?sig=x",
    ],
    ["webhook", "https://example.com/hooks?key=1"],
    ["webhook", "https://example.com:8443/"],
  ])("takes an address for %s: %s", (kind, address) => {
    expect(read(kind, `  ${address} \n`)).toBe(new URL(address).href);
  });

  it.each<[ChannelKind, string, RegExp]>([
    ["slack", "", /begins with https:\/\/hooks\.slack\.com/],
    ["slack", "#website", /Paste the whole address/],
    ["slack", "https://example.com/services/T0/B0/x", /not the address of a Slack webhook/],
    ["slack", "https://hooks.slack.com.evil.example/services/T0/B0/x", /not the address of a Slack webhook/],
    ["slack", "https://hooks.slack.com/triggers/T0/1/x", /starts a Slack workflow/],
    ["teams", "https://contoso.webhook.office.com/webhookb2/x", /connector, which Microsoft has switched off/],
    ["teams", "https://outlook.office.com/webhook/x", /connector, which Microsoft has switched off/],
    ["teams", "https://evil-logic.azure.com.example/x", /not the address of a Teams workflow/],
    ["teams", "https://notlogic.azure.com/x", /not the address of a Teams workflow/],
    ["webhook", "example.com/hook", /Paste the whole address/],
    ["webhook", "ftp://example.com/", /Paste the whole address/],
    ["webhook", "javascript:alert(1)", /Paste the whole address/],
    ["webhook", "https://exa mple.com/", /Paste the whole address/],
    ["webhook", "http://example.com/", /begins with https/],
    ["webhook", "https://ann:secret@example.com/", /user name and the password/],
    ["webhook", "https://10.0.0.1/", /private network/],
    ["webhook", "https://127.1/", /private network/],
    ["webhook", "https://0x7f000001/", /private network/],
    ["webhook", "https://[::1]/", /private network/],
    ["webhook", "https://[::ffff:169.254.169.254]/", /private network/],
    ["webhook", `https://example.com/${"a".repeat(2_000)}`, /longer than/],
  ])("refuses for %s: %s", (kind, typed, fault) => {
    expect(() => read(kind, typed)).toThrow(fault);
  });

  it("takes a private host that this installation may visit, for all kinds, and no other", () => {
    const allowed = ["127.0.0.1:8080"];
    expect(read("slack", "http://127.0.0.1:8080/services/x#top", allowed)).toBe("http://127.0.0.1:8080/services/x");
    expect(() => read("webhook", "https://127.0.0.1:8081/", allowed)).toThrow(/private network/);
  });
});
