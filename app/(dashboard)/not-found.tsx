import { SearchX } from "lucide-react";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";

/**
 * Shown for a site, crawl or page that the Team does not have, in the same words if another Team has it. The title is set here,
 * because Next ignores `metadata` if the layout itself was not found.
 */
export default function NotFound() {
  return (
    <>
      <title>Not found · Flawless</title>
      <PageHeader title="Not found" />
      <EmptyState
        icon={SearchX}
        title="There is nothing here"
        action={
          <ButtonLink href="/sites" variant="primary">
            Your sites
          </ButtonLink>
        }
      >
        The address may be incomplete, or the site was deleted. If someone sent you this link, ask them which account it is for.
      </EmptyState>
    </>
  );
}
