import type { Metadata } from "next";
import { pageMetadata } from "../_components/page-metadata.ts";
import { ProsePage } from "../_components/prose-page.tsx";
import { RELEASES } from "./releases.ts";

export const metadata: Metadata = pageMetadata({
  path: "/changelog",
  title: "Changelog",
  description: "What is new in Flawless, newest first.",
});

const dayInWords = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

export default function ChangelogPage() {
  return (
    <ProsePage title="Changelog" lead="What is new, newest first.">
      {RELEASES.map(({ day, title, changes }) => (
        <section key={title} className="flex flex-col gap-3">
          <h2>{title}</h2>
          <p className="text-sm text-muted">
            <time dateTime={day}>{dayInWords.format(new Date(day))}</time>
          </p>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
      ))}
    </ProsePage>
  );
}
