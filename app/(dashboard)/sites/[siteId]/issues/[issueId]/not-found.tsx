import { SearchX } from "lucide-react";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";

/** Shown for an issue that the site does not have, in the same words if another Team has it. */
export default function IssueNotFound() {
  return (
    <>
      <title>Issue not found · Flawless</title>
      <EmptyState
        icon={SearchX}
        title="We do not have this issue"
        action={
          <ButtonLink href="/sites" variant="primary">
            Your sites
          </ButtonLink>
        }
      >
        The link may be incomplete, or the issue belonged to a site that was deleted.
      </EmptyState>
    </>
  );
}
