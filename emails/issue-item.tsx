import { Link, Section, Text } from "react-email";
import { CHECK_KINDS } from "#worker/core/checks/check-kinds.ts";
import type { DigestItem } from "#worker/core/digest/digest.ts";
import { plural } from "#worker/core/text/plural.ts";
import { markMistake } from "#worker/core/view/mark-mistake.ts";
import { style } from "./mail-style.ts";

/** A new Issue: its sentence with the mistake marked, the correction, and its pages. */
export function OpenedItem({ item, href }: { item: DigestItem; href: string }) {
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
        </Link>{" "}
        · {whereText(item)}
      </Text>
    </Section>
  );
}

/** An Issue that is gone, in two lines. */
export function FixedItem({ item, href }: { item: DigestItem; href: string }) {
  return (
    <Section style={style.item} className="m-item">
      <Text style={style.excerpt} className="m-text">
        ✓ <s>{item.text}</s>
      </Text>
      <Text style={style.where} className="m-soft">
        <Link href={href} style={style.link} className="m-link">
          {CHECK_KINDS[item.check].label}
        </Link>{" "}
        · {whereText(item)}
      </Text>
    </Section>
  );
}

function whereText(item: DigestItem): string {
  const more = item.pageCount - 1;
  if (more < 1) return item.pageUrl;
  return `${item.pageUrl} and ${plural(more, "more page")}`;
}

/** The excerpt with the mistake marked. A link's excerpt does not contain its target, so the target follows it. */
function Marked({ excerpt, wrong }: { excerpt: string; wrong: string }) {
  const { before, mistake, after } = markMistake(excerpt, wrong);
  const isInside = mistake !== "";
  return (
    <>
      {isInside ? before : excerpt && `“${excerpt}” `}
      <span style={style.wrong} className="m-wrong">
        {wrong}
      </span>
      {after}
    </>
  );
}
