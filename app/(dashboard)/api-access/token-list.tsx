"use client";

import { Trash2 } from "lucide-react";
import { useTransition } from "react";
import { Badge } from "#app/_components/badge.tsx";
import { Button } from "#app/_components/button.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { removeApiTokenAction } from "#app/_verbs/api/remove-api-token-action.ts";
import type { ApiTokenView } from "#prisma/queries/api/find-api-tokens.ts";
import { plural } from "#worker/core/text/plural.ts";

/** `siteNames`: labels of Sites by their ids. */
type TokenListProps = { tokens: ApiTokenView[]; siteNames: Readonly<Record<string, string>>; now: Date };

/** The Team's tokens, without their secrets. */
export function TokenList({ tokens, siteNames, now }: TokenListProps) {
  if (tokens.length === 0) return <p className="text-muted">No tokens yet. Create the first below.</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} siteNames={siteNames} now={now} />
      ))}
    </ul>
  );
}

function TokenRow({ token, siteNames, now }: { token: ApiTokenView } & Omit<TokenListProps, "tokens">) {
  const { id, name, scopes, siteIds, shownEnd, createdAt, expiresAt, lastUsedAt, createdBy, isOff } = token;
  const isOver = expiresAt !== null && expiresAt <= now;
  return (
    <li className="flex items-start gap-x-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{name}</span> <code className="font-mono text-sm text-muted">flw_…{shownEnd}</code>
          {isOver && <Badge tone="danger">expired</Badge>}
          {isOff && <Badge tone="danger">refused: its creator is no longer an owner</Badge>}
        </p>
        <p className="text-sm text-muted">
          {scopes.join(", ")} · {sitesText(siteIds, siteNames)} · created by {createdBy}, <LocalTime at={createdAt} /> ·{" "}
          {lastUsedAt ? (
            <>
              last used <LocalTime at={lastUsedAt} />
            </>
          ) : (
            "never used"
          )}
          {expiresAt && (
            <>
              {" "}
              · {isOver ? "expired" : "valid until"} <LocalTime at={expiresAt} />
            </>
          )}
        </p>
      </div>
      <DeleteButton tokenId={id} name={name} />
    </li>
  );
}

function sitesText(siteIds: string[] | null, siteNames: TokenListProps["siteNames"]): string {
  if (siteIds === null) return "all sites";
  const [first] = siteIds;
  if (first === undefined) return "no sites: they were deleted";
  return siteIds.length === 1 ? (siteNames[first] ?? "1 site") : plural(siteIds.length, "site");
}

function DeleteButton({ tokenId, name }: { tokenId: string; name: string }) {
  const [busy, start] = useTransition();
  const toast = useToast();
  const remove = () =>
    start(async () => {
      const { error, done } = await removeApiTokenAction({ tokenId });
      toast({ words: error ?? done ?? "" });
    });
  return (
    <Button size="small" variant="quiet" className="text-muted" aria-disabled={busy} onClick={() => !busy && remove()}>
      <Trash2 aria-hidden className="size-4" />
      <span className="sr-only sm:not-sr-only">
        Delete<span className="sr-only"> {name}</span>
      </span>
    </Button>
  );
}
