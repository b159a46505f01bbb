import { Badge } from "#app/_components/badge.tsx";
import { Banner } from "#app/_components/banner.tsx";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import type { ShareLinkView } from "#prisma/queries/sharing/find-share-links.ts";
import { EndLinkForm } from "./end-link-form.tsx";
import { MakeLinkForm } from "./make-link-form.tsx";

type Kind = ShareLinkView["kind"];

const TEXTS: Record<Kind, { title: string; about: string; none: string; one: string }> = {
  report: {
    title: "Links to the report",
    about:
      "Anyone with the link sees the figures and open issues of this site without an account, and can change nothing. Search engines leave it out.",
    none: "No link yet.",
    one: "Link",
  },
  badge: {
    title: "Badge",
    about: "A small picture for a website or README that says how many mistakes are open. It is off until you make an address.",
    none: "The badge is off.",
    one: "Badge",
  },
  feed: {
    title: "Feed of changes",
    about: "New and fixed issues for feed readers and chat tools, in Atom: one entry for each crawl that found changes.",
    none: "The feed is off.",
    one: "Feed",
  },
};

type LinksCardProps = {
  kind: Kind;
  siteId: string;
  /** All addresses of the site, of this kind or another. */
  links: ShareLinkView[];
  now: Date;
  /** True if the site's pages are behind a sign-in that we have. */
  isPrivate?: boolean;
};

/** Secret addresses of one kind: those that work, each with a button that ends it, and a form for another. */
export function LinksCard({ kind, siteId, links, now, isPrivate = false }: LinksCardProps) {
  const { title, about, none, one } = TEXTS[kind];
  const own = links.filter((link) => link.kind === kind);
  return (
    <Card>
      <CardHeader title={title}>{about}</CardHeader>
      {isPrivate && (
        <div className="mb-4">
          <Banner tone="warning">
            We sign in to this site to read it. Everyone with the address sees sentences from pages behind that sign-in.
          </Banner>
        </div>
      )}
      {own.length === 0 ? (
        <p className="mb-4 text-muted">{none}</p>
      ) : (
        <ul className="mb-5 divide-y divide-line border-y border-line">
          {own.map((link) => (
            <li key={link.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
                <span className="min-w-0 font-medium">{link.label || one}</span>
                <Validity link={link} now={now} />
              </span>
              <EndLinkForm siteId={siteId} linkId={link.id} name={link.label || one} isOver={isOver(link, now)} />
            </li>
          ))}
        </ul>
      )}
      <MakeLinkForm siteId={siteId} kind={kind} hasOne={own.length > 0} />
    </Card>
  );
}

function Validity({ link, now }: { link: ShareLinkView; now: Date }) {
  if (isOver(link, now)) return <Badge>expired</Badge>;
  return (
    <span className="text-sm text-muted">
      {link.expiresAt ? "valid until " : "made on "}
      <LocalTime at={link.expiresAt ?? link.createdAt} />
    </span>
  );
}

function isOver({ expiresAt }: ShareLinkView, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}
