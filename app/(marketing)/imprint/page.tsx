import type { Metadata } from "next";
import { Banner } from "#app/_components/banner.tsx";
import { contactAddress } from "#app/_lib/contact-address.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { pageMetadata } from "../_components/page-metadata.ts";
import { ProsePage } from "../_components/prose-page.tsx";

export const metadata: Metadata = pageMetadata({
  path: "/imprint",
  title: "Imprint",
  description: "Who runs this service, and how to reach them.",
});

export default function ImprintPage() {
  const { OPERATOR_NAME: name, OPERATOR_ADDRESS: address } = getSettings();
  const email = contactAddress();
  return (
    <ProsePage title="Imprint" lead="Who runs this service, and how to reach them.">
      {name && address ? (
        <address className="not-italic">
          <strong className="font-semibold">{name}</strong>
          <br />
          {address}
        </address>
      ) : (
        <Banner tone="warning" title="The operator’s name and address are missing">
          Whoever runs this service has not entered them yet: set OPERATOR_NAME and OPERATOR_ADDRESS, then restart it.
        </Banner>
      )}
      <p>
        E-mail:{" "}
        <a href={`mailto:${email}`} className="text-link">
          {email}
        </a>
      </p>
      <h2>The program</h2>
      <p>Flawless is free software under the GNU Affero General Public License, version 3.</p>
    </ProsePage>
  );
}
