import type { ReactNode } from "react";
import { PageLink } from "#app/_components/page-link.tsx";

const QUESTIONS: { question: string; answer: ReactNode }[] = [
  {
    question: "Will it report things that are not mistakes?",
    answer: (
      <>
        Names, brands and technical words are most of what other checkers complain about. Flawless learns yours: one click adds
        a word to your dictionary, for one site or for all. When it is not sure, it shows a hint on your site’s page and does
        not mail it. A link counts as broken only after a second try, and a site that blocks robots counts as unknown, not as
        broken.
      </>
    ),
  },
  {
    question: "What does it do to my server?",
    answer: (
      <>
        It requests a few pages at a time, obeys robots.txt and Crawl-delay, slows down when your server does, and loads no
        images or videos.{" "}
        <PageLink href="/bot" className="text-link">
          How our crawler behaves
        </PageLink>
        .
      </>
    ),
  },
  {
    question: "What is stored?",
    answer: (
      <>
        The text and links of your public pages (and of those behind a sign-in, if you give us one), so that tomorrow’s can be
        compared with them, and your account. When you delete a site or your account, all of it disappears at once and is erased
        after 30 days.{" "}
        <PageLink href="/privacy" className="text-link">
          Privacy
        </PageLink>
        .
      </>
    ),
  },
  {
    question: "Which languages?",
    answer: (
      <>
        English (American, British, Australian, Canadian), German, French, Spanish, Italian, Dutch and Portuguese: it checks
        each text in the language that it is written in, even if the page declares another one. It checks grammar in English. It
        tells you about text in other languages that it could not check, and it checks links everywhere.
      </>
    ),
  },
];

export function Questions() {
  return (
    <section aria-labelledby="questions-title" className="mt-24 grid gap-x-12 gap-y-6 lg:grid-cols-[1fr_2fr]">
      <h2 id="questions-title" className="font-serif text-3xl font-medium tracking-tight">
        Questions
      </h2>
      <dl className="divide-y divide-line border-y border-line">
        {QUESTIONS.map(({ question, answer }) => (
          <div key={question} className="py-5">
            <dt className="font-semibold">{question}</dt>
            <dd className="mt-1.5 max-w-prose text-muted">{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
