import { SearchX } from "lucide-react";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";

/**
 * For a site, check or page that is not (or no longer) the Team's. Another Team's is said in the same words. The title stands here, because
 * Next takes none from `metadata` where a layout's own was what is not found.
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
