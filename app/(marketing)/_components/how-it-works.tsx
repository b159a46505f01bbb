const STEPS = [
  [
    "Type your address",
    "That is all there is to set up. Flawless finds your pages by your sitemap and your links, and the first report is there in minutes.",
  ],
  [
    "It reads, daily",
    "In a real browser where a page needs one. What did not change is not checked again, so your server hardly notices.",
  ],
  [
    "You hear of changes only",
    "Each mistake once when it appears, once when it is gone. Ignore one, or teach it a word, and it never comes up again.",
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
