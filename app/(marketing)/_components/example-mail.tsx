import { ArrowRight } from "lucide-react";
import { MarkedExcerpt } from "#app/(dashboard)/sites/[siteId]/_issues/marked-excerpt.tsx";

type Example = { text: string; suggestion: string; excerpt: string; message: string; page: string };

const NEW: Example[] = [
  {
    text: "accomodation",
    suggestion: "accommodation",
    excerpt: "Book your accomodation before 30 June and breakfast is on us.",
    message: "“accomodation” is not in our dictionaries. Did you mean “accommodation”?",
    page: "/rooms",
  },
  {
    text: "Its",
    suggestion: "It’s",
    excerpt: "Its only a ten minute walk to the old harbour.",
    message: "Here “Its” should be “It's”.",
    page: "/getting-here",
  },
];

/** A sample of the mail that an owner gets. Its mistakes are meant, so translators and our own checks leave it alone. */
export function ExampleMail() {
  return (
    <figure className="min-w-0" translate="no" aria-label="An example of the mail that Flawless sends">
      <div className="rounded-card border border-line bg-surface shadow-raised">
        <header className="border-b border-line px-5 py-4 text-sm">
          <p className="text-muted">Flawless · Tuesday, 06:12</p>
          <p className="mt-0.5 text-base font-semibold">harbour-hotel.example: 3 new, 1 fixed</p>
        </header>
        <ul className="divide-y divide-line">
          {NEW.map((example) => (
            <li key={example.text} className="px-5 py-4">
              <p className="flex flex-wrap items-baseline gap-x-2 font-semibold">
                {example.text}
                <ArrowRight aria-hidden className="size-3.5 self-center text-muted" />
                <span className="sr-only">, instead:</span>
                <span className="text-success">{example.suggestion}</span>
              </p>
              <p className="mt-1 font-serif text-lg">
                <MarkedExcerpt excerpt={example.excerpt} wrong={example.text} />
              </p>
              <p className="mt-1 text-sm text-muted">
                {example.message} On <span className="text-ink">{example.page}</span>
              </p>
            </li>
          ))}
          <li className="px-5 py-4">
            <p className="font-semibold">ferry-times.example/summer.pdf</p>
            <p className="mt-1 font-serif text-lg">linked as “Summer timetable”</p>
            <p className="mt-1 text-sm text-muted">
              The page does not exist (404). On <span className="text-ink">/getting-here</span> and 2 more pages
            </p>
          </li>
        </ul>
        <p className="border-t border-line px-5 py-3 text-sm text-muted">
          <span className="font-medium text-success">Fixed:</span> <s>recieve</s> on /offers
        </p>
      </div>
    </figure>
  );
}
