import type { PictureView } from "#prisma/queries/pictures/picture-view.ts";
import type { PictureMark } from "#worker/core/view/marks/picture-mark.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { boundsOf } from "./crop-around.ts";
import { MARK_LOOK, placeIn } from "./mark-style.ts";
import { pictureUrl } from "./picture-url.ts";

type Props = {
  siteId: string;
  picture: PictureView;
  /** Issues whose marks show. `label`: the mistake in words, the name of its links. */
  issues: readonly { id: string; label: string }[];
  /** `list`: to `#issue-…` on the same page; `issue`: to the page of the Issue. */
  linksTo: "list" | "issue";
};

/**
 * A page's whole picture with the mistakes marked, each a link. The first mark of an Issue has the id `mark-…`, so that a list
 * beside it can link to it.
 */
export function MarkedPicture({ siteId, picture, issues, linksTo }: Props) {
  const labels = new Map(issues.map(({ id, label }) => [id, label]));
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  const seen = new Set<string>();
  const shown = picture.marks.flatMap((mark) => {
    const label = labels.get(mark.issueId);
    const isFirst = !seen.has(mark.issueId);
    if (label !== undefined) seen.add(mark.issueId);
    return label === undefined ? [] : [{ mark, label, isFirst }];
  });
  const page = picture.title || shownAddress(picture.url);
  return (
    <section
      aria-label="Picture of the page"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard.
      tabIndex={0}
      className="max-h-[85vh] overflow-auto overscroll-contain rounded-control border border-line bg-sunken"
    >
      <div className="relative w-full" style={{ aspectRatio: `${picture.width} / ${picture.height}` }}>
        {/* biome-ignore lint/performance/noImgElement: a private picture; Next would fetch it without the session. */}
        <img
          src={pictureUrl(siteId, picture.id)}
          alt={altOf(page, shown.length)}
          width={picture.width}
          height={picture.height}
          loading="lazy"
          decoding="async"
          className="absolute inset-0 size-full"
        />
        {shown.map(({ mark, label, isFirst }) => (
          <MarkLink
            key={mark.occurrenceId}
            mark={mark}
            id={isFirst ? `mark-${mark.issueId}` : undefined}
            label={label}
            whole={whole}
            href={linksTo === "list" ? `#issue-${mark.issueId}` : `/sites/${siteId}/issues/${mark.issueId}`}
          />
        ))}
      </div>
    </section>
  );
}

type LinkProps = {
  mark: PictureMark;
  id: string | undefined;
  label: string;
  whole: Parameters<typeof placeIn>[1];
  href: string;
};

/** A link over the words, at least 24 pixels wide and high (WCAG 2.2, 2.5.8), with one outline for each line of them. */
function MarkLink({ mark, id, label, whole, href }: LinkProps) {
  const bounds = boundsOf(mark.rects);
  return (
    <a
      id={id}
      href={href}
      aria-label={label}
      title={label}
      className="group absolute block scroll-m-24 rounded-[2px] outline-offset-8"
      style={placeIn(bounds, whole)}
    >
      <span aria-hidden className="absolute top-1/2 left-1/2 size-full min-h-6 min-w-6 -translate-x-1/2 -translate-y-1/2" />
      {mark.rects.map((rect) => (
        <span
          key={`${rect.x} ${rect.y}`}
          aria-hidden
          className={`absolute group-target:bg-[#ffd54a]/60 group-hover:bg-[#ffd54a]/50 ${MARK_LOOK}`}
          style={placeIn(rect, bounds)}
        />
      ))}
    </a>
  );
}

function altOf(page: string, marks: number): string {
  const marked = marks === 0 ? "nothing marked" : marks === 1 ? "one mistake marked" : `${marks} mistakes marked`;
  return `The page “${page}” with ${marked}`;
}
