const STEPS = [
  [
    "Type your address",
    "There is nothing else to set up. Flawless finds your pages through your sitemap and links, and your first report is ready in a few minutes.",
  ],
  [
    "It reads your site daily",
    "It uses a real browser where a page needs one. It does not check unchanged pages again, so your server hardly notices.",
  ],
  [
    "You hear of changes only",
    "You hear of each issue once when it appears and once when it is gone. Ignore one, or add a word to your dictionary, and you never see it again.",
  ],
] as const;

export function HowItWorks() {
  return (
    <section aria-label="How it works" className="mt-14 border-t border-line pt-10">
      <ol className="grid gap-x-12 gap-y-8 md:grid-cols-3">
        {STEPS.map(([title, text], index) => (
          <li key={title}>
            <h2 className="flex items-baseline gap-3 text-lg font-semibold">
              <span aria-hidden className="font-serif text-xl text-accent tabular-nums">
                {index + 1}
              </span>
              {title}
            </h2>
            <p className="mt-1.5 text-muted">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
