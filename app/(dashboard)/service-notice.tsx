import { Banner } from "#app/_components/banner.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { ServiceNotice as Notice } from "#prisma/queries/teams/find-frame.ts";
import { heldWords } from "#worker/core/operating/held-words.ts";

/** Says on every page that the service closes, that we paused the team, or that we have stopped crawls or mails for all. */
export function ServiceNotice({ notice: { closing, held, stopped } }: { notice: Notice }) {
  if (!closing && !held && stopped.length === 0) return null;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-2 px-4 pt-4 sm:px-6">
      {closing && (
        <Banner tone="warning" title={closing.title}>
          {closing.text}
        </Banner>
      )}
      {held && <Banner tone="warning">{heldWords("team", held.reason)}</Banner>}
      {stopped.length > 0 && (
        <Banner tone="warning">
          We have stopped {stopped.join(" and ")} for a while. Nothing is lost, and everything goes on by itself.{" "}
          <PageLink href="/status" className="text-link">
            See the status page
          </PageLink>
        </Banner>
      )}
    </div>
  );
}
