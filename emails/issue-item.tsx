import { Link, Section, Text } from "react-email";
import { CHECK_KINDS } from "#worker/core/checks/check-kinds.ts";
import type { DigestItem } from "#worker/core/digest/digest.ts";
import { whereText } from "#worker/core/view/issues/where-text.ts";
import { cutAround } from "#worker/core/view/marks/cut-around.ts";
import { cutEnd } from "#worker/core/view/marks/cut-end.ts";
import { markMistake } from "#worker/core/view/marks/mark-mistake.ts";
import { style } from "./mail-style.ts";

/** Characters of a sentence or an address: the mistake is in view on a phone. */
const LONGEST_TEXT = 160;

type OpenedItemProps = {
  item: DigestItem;
  href: string;
  /** Address for ignoring it or marking it as fixed; null if the reader may not. */
  decideHref?: string | null;
};

/** A new Issue: its sentence with the mistake marked, the correction, and its pages. */
export function OpenedItem({ item, href, decideHref = null }: OpenedItemProps) {
  return (
    <Section style={style.item} className="m-item">
      <Text style={style.kind} className="m-soft">
        {CHECK_KINDS[item.check].label}
        {item.reopened ? ", back again" : ""} · {item.message}
      </Text>
      <Text style={style.excerpt} className="m-strong">
        <Marked excerpt={item.excerpt} wrong={item.text} />
        {item.suggestion && (
          <span style={style.right} className="m-right">
            {" → "}
            {item.suggestion}
          </span>
        )}
      </Text>
      <Text style={style.where} className="m-soft">
        <Link href={href} style={style.link} className="m-link">
          Show it
        </Link>
        {decideHref && (
          <>
            {" · "}
            <Link href={decideHref} style={style.link} className="m-link">
              {item.check === "spelling" ? "Ignore, add the word or mark as fixed" : "Ignore or mark as fixed"}
            </Link>
          </>
        )}{" "}
        · {whereText(item, LONGEST_TEXT)}
        {item.alike > 0 && ` · and ${item.alike} more like it`}
      </Text>
    </Section>
  );
}

/** An Issue that is gone, in two lines. */
export function FixedItem({ item, href }: { item: DigestItem; href: string }) {
  return (
    <Section style={style.item} className="m-item">
      <Text style={style.excerpt} className="m-text">
        ✓ <s>{cutEnd(item.text, LONGEST_TEXT)}</s>
        {item.alike > 0 && ` and ${item.alike} more like it`}
      </Text>
      <Text style={style.where} className="m-soft">
        <Link href={href} style={style.link} className="m-link">
          {CHECK_KINDS[item.check].label}
        </Link>{" "}
        · {whereText(item, LONGEST_TEXT)}
      </Text>
    </Section>
  );
}

/** The excerpt with the mistake marked. A link's excerpt does not contain its target, so the target follows it. */
function Marked({ excerpt, wrong }: { excerpt: string; wrong: string }) {
  const { before, mistake, after } = cutAround(markMistake(excerpt, wrong), LONGEST_TEXT);
  const isInside = mistake !== "";
  return (
    <>
      {isInside ? before : before && `“${before}” `}
      <span style={style.wrong} className="m-wrong">
        {isInside ? mistake : cutEnd(wrong, LONGEST_TEXT)}
      </span>
      {after}
    </>
  );
}
