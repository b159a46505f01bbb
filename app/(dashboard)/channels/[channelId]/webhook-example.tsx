import { getSettings } from "#app/_lib/settings.ts";
import { makeMailLinks } from "#emails/links.ts";
import { sampleItems } from "#emails/sample-items.ts";
import { toWebhookBody } from "#worker/core/channels/webhook-body.ts";

const AT = new Date("2026-11-21T05:12:00Z");
const [opened, , gone] = sampleItems;
const DIGEST = {
  siteId: "0199c2f0-0000-7000-8000-000000000001",
  siteName: "Harbour Bakery (harbour-bakery.example)",
  ...{ opened: [opened], openedCount: 1, fixed: [gone], fixedCount: 1 },
  ...{ stillOpen: 5, pagesChecked: 37, pagesFailed: 0 },
};

/** An example of a message to a webhook, made as real ones are, and how its signature is checked. */
export function WebhookExample() {
  const links = makeMailLinks(getSettings().APP_URL);
  const body = toWebhookBody({ kind: "changes", digest: DIGEST }, AT, links);
  return (
    <details className="mt-5 border-t border-line pt-3">
      <summary className="cursor-pointer py-1">What a message looks like</summary>
      <p className="mt-2 text-sm text-muted">
        The headers <code>webhook-id</code>, <code>webhook-timestamp</code> and <code>webhook-signature</code> follow Standard
        Webhooks: <code>v1,</code> and the HMAC-SHA256 of <code>id.timestamp.body</code> in Base64. A message that is sent again
        has the same id. The types are <code>site.changed</code>, <code>site.first_report</code> and <code>channel.test</code>.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre tabIndex={0} className="mt-3 overflow-x-auto rounded-card bg-sunken p-4 font-mono text-xs">
        {JSON.stringify(body, null, 2)}
      </pre>
    </details>
  );
}
