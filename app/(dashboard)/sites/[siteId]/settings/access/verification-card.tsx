import type { ReactNode } from "react";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { CopyButton } from "#app/_components/copy-button.tsx";
import { Moment } from "#app/_components/moment.tsx";
import { getSettings } from "#app/_lib/settings.ts";
import type { VerificationView } from "#prisma/queries/sites/find-site-verification.ts";
import { isProvenSite, UNPROVEN_PAGES } from "#worker/core/ownership/is-proven.ts";
import { PROOF_PATHS, proofHosts, proofRecord, proofTag } from "#worker/core/ownership/proof.ts";
import { VerifySiteForm } from "./verify-site-form.tsx";

const WAY_WORDS: Record<string, string> = {
  tag: "a tag in its start page",
  file: "a file on its server",
  dns: "a record of its domain",
};

type VerificationCardProps = { siteId: string; verification: VerificationView; timeZone: string; now: Date };

/** The three ways to verify a site; one is enough. */
export function VerificationCard({ siteId, verification, timeZone, now }: VerificationCardProps) {
  const isAllowed = !verification.provenAt && isProvenSite(verification, getSettings().ALLOWED_PRIVATE_HOSTS);
  const unverified = isAllowed ? "You do not need to verify this site" : "Verify that this site is yours";
  const title = verification.provenAt ? "You have verified this site" : unverified;
  return (
    <Card id="proof">
      <CardHeader title={title}>
        {verification.provenAt ? (
          <>
            Verified by {WAY_WORDS[verification.provenBy ?? ""] ?? "a proof"}, last seen{" "}
            <Moment at={verification.soughtAt ?? verification.provenAt} now={now} timeZone={timeZone} />. Leave it in place,
            because we check it from time to time.
          </>
        ) : isAllowed ? (
          "It is on your own network."
        ) : (
          `${verification.isLost ? "We can no longer find your proof. " : ""}Until then we read up to ${UNPROVEN_PAGES} pages, slowly, because anyone could enter its address. Choose one of these 3 ways.`
        )}
      </CardHeader>
      {!isAllowed && !verification.provenAt && <Ways verification={verification} />}
      {!isAllowed && <VerifySiteForm siteId={siteId} proven={verification.provenAt !== null} />}
    </Card>
  );
}

function Ways({ verification: { startUrl, token } }: { verification: VerificationView }) {
  const file = new URL(PROOF_PATHS[0], startUrl).href;
  return (
    <ol className="mb-5 space-y-4">
      <Way name="A tag" copied={proofTag(token)}>
        Put this line into the head of your start page. Most website builders have a field for this, often called “custom code”.
      </Way>
      <Way name="A file" copied={token}>
        Put a text file at <code className="font-mono break-all text-ink">{file}</code> with only this content:
      </Way>
      <Way name="A DNS record" copied={proofRecord(token)}>
        Add a TXT record to {proofHosts(startUrl).join(" or ")} with this value:
      </Way>
    </ol>
  );
}

function Way({ name, copied, children }: { name: string; copied: string; children: ReactNode }) {
  return (
    <li>
      <h3 className="font-medium">{name}</h3>
      <p className="text-sm text-muted">{children}</p>
      <div className="mt-1.5 flex items-start gap-2">
        <code className="min-w-0 flex-1 rounded-control border border-line bg-sunken px-3 py-2 font-mono text-sm break-all">
          {copied}
        </code>
        <CopyButton text={copied} label={`Copy: ${name.toLowerCase()}`} />
      </div>
    </li>
  );
}
