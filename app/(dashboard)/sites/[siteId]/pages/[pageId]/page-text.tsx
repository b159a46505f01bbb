import clsx from "clsx";
import { Mistake } from "#app/_components/mistake.tsx";
import type { BlockKind } from "#worker/core/page/block.ts";
import type { MarkedBlock, Segment } from "#worker/core/view/marks/mark-blocks.ts";

/** Names of Blocks that visitors do not read as running text; null for those that they do. */
const KIND_WORDS: Readonly<Record<BlockKind, string | null>> = {
  title: "Page title",
  description: "Description for search engines",
  social: "Text for social networks",
  name: "Name of the site",
  heading: null,
  "empty-heading": "Empty heading",
  paragraph: null,
  "list-item": null,
  cell: null,
  caption: "Caption",
  quote: null,
  button: "Button",
  label: "Label",
  option: "Choice in a list",
  text: null,
  alt: "Text for a picture",
  tooltip: "Tooltip",
  "aria-label": "Name for screen readers",
  placeholder: "Hint in a field",
};

const LOOKS: Partial<Record<BlockKind, string>> = {
  heading: "pt-3 text-xl/snug font-semibold",
  quote: "border-l-4 border-line pl-4",
  "list-item": "list-item list-disc ml-5",
};

type Props = {
  blocks: readonly MarkedBlock[];
  /** The message of each Issue by its id, as the name of the link to it. */
  labels: ReadonlyMap<string, string>;
  isCut: boolean;
};

/** The text of a page with every mistake marked; each mark leads to its issue in the list. */
export function PageText({ blocks, labels, isCut }: Props) {
  const seen = new Set<string>();
  if (blocks.length === 0) return <p className="text-muted">There is no text on this page.</p>;
  return (
    <section
      aria-label="Text of the page"
      className="space-y-2 rounded-card border border-line bg-surface px-4 py-5 font-serif text-lg sm:px-6"
    >
      {blocks.map((block, at) => {
        const name = KIND_WORDS[block.kind];
        const key = `${at} ${block.selector}`;
        return (
          <div key={key} className={clsx(name !== null && "border-l-4 border-line pl-3")}>
            {name !== null && <p className="font-sans text-xs text-muted">{name}</p>}
            <p className={LOOKS[block.kind]}>
              {block.segments.map((segment) => (
                <MarkedSegment key={segment.start} segment={segment} labels={labels} seen={seen} />
              ))}
            </p>
          </div>
        );
      })}
      {isCut && <p className="font-sans text-sm text-muted">The page goes on. We show the beginning of long pages.</p>}
    </section>
  );
}

type SegmentProps = { segment: Segment; labels: ReadonlyMap<string, string>; seen: Set<string> };

/** A part of a text. The first mark of an issue has the id `mark-…`, as in a picture. */
function MarkedSegment({ segment: { text, issueIds }, labels, seen }: SegmentProps) {
  const [issueId] = issueIds;
  if (issueId === undefined) return text;
  const fresh = issueIds.filter((id) => !seen.has(id));
  for (const id of fresh) seen.add(id);
  const [own, ...others] = fresh;
  return (
    <>
      {others.map((id) => (
        <span key={id} id={`mark-${id}`} tabIndex={-1} className="scroll-m-24" />
      ))}
      <a
        id={own === undefined ? undefined : `mark-${own}`}
        href={`#issue-${own ?? issueId}`}
        title={issueIds.map((id) => labels.get(id)).join("; ")}
        className="scroll-m-24 rounded-sm target:outline-2 target:outline-offset-2 target:outline-danger aria-[current]:outline-2 aria-[current]:outline-offset-2 aria-[current]:outline-danger"
      >
        <Mistake>{text}</Mistake>
      </a>
    </>
  );
}
