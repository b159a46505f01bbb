import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_AUTHORITY } from "#test/support/servers/hostile-server.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";
import { NEVER, open } from "./hostile-world.ts";

/** As `openssl x509 -enddate` says of expired.crt. */
const EXPIRED_ON = "20 November 2026";

describe("certificates", () => {
  const authorities = getCACertificates();
  beforeAll(() => setDefaultCACertificates([...authorities, TEST_AUTHORITY]));
  afterAll(() => setDefaultCACertificates(authorities));

  it("accepts one that is in order", async () => {
    await using world = await open({ certificate: "trusted" });
    expect(await world.fetch("/good")).toMatchObject({ kind: "html" });
  });

  it.each([
    ["expired", "links/certificate", "The certificate of 127.0.0.1 has expired."],
    ["wrong-name", "links/certificate", "The certificate of 127.0.0.1 was issued for another host."],
    ["self-signed", "links/certificate", "The certificate of 127.0.0.1 is not signed by an authority that browsers trust."],
    [
      "incomplete-chain",
      "links/certificate-chain",
      "127.0.0.1 does not send its complete certificate chain, so some browsers show a warning instead of the page.",
    ],
  ] as const)("refuses one that is %s, for pages and for links", async (certificate, rule, message) => {
    await using world = await open({ certificate });
    expect(await world.fetch("/good")).toMatchObject({ failure: { code: "tls", message } });
    const check = createLinkChecker(world.client, { pauseMs: 1 });
    const verdicts = await Array.fromAsync(check([`${world.server.url}/good`], NEVER));
    const reason = certificate === "expired" ? `The certificate of 127.0.0.1 expired on ${EXPIRED_ON}.` : message;
    expect(verdicts).toMatchObject([{ state: "broken", rule, reason }]);
  });
});
