import type { ContentRule, Slip } from "./slip.ts";

/**
 * Copyright notice in a footer: at the start or after a short name, with little text after it. Excludes picture credits and
 * licences.
 */
const NOTICE =
  /^(?:[^©]{0,40}\s)?(?:©|\(c\)|copyright(?: ©| \(c\))?)\s*(?:(?:19|20)\d\d\s*[-–—,]\s*)*((?:19|20)\d\d)(?!\s*[-–—/,]\s*(?:\d|present|today|now))(?!\d)/iu;
const LONGEST_NOTICE = 140;
const NO_NOTICE = /licen[cs]|photo|image|picture|illustration|edition|published|press\b|isbn|creative commons|\bcc[ -]by/iu;
/** "2006, 2007, 2008": the years of a book's editions, not of the site's last update. */
const LISTED_YEARS = /(?:(?:19|20)\d\d, ?){4}(?:19|20)\d\d/u;
const NOTICE_KINDS = new Set(["paragraph", "text", "list-item", "cell"]);
/** In January, nearly every footer still shows last year. */
const GRACE_MONTHS = 1;

/** Finds the year of a copyright notice. The Finding holds from February of the following year. */
export const findPastCopyright: ContentRule = ({ kind, text }) => {
  if (!NOTICE_KINDS.has(kind) || text.length > LONGEST_NOTICE || NO_NOTICE.test(text) || LISTED_YEARS.test(text)) return [];
  const notice = NOTICE.exec(text);
  const year = notice?.[1];
  if (!notice || year === undefined) return [];
  const end = notice.index + notice[0].length;
  return [
    {
      rule: "content/past-copyright-year",
      confidence: 0.65,
      message: `The copyright notice still says ${year}; update the year.`,
      range: { start: end - year.length, end },
      holds: { from: dayOf(Date.UTC(Number(year) + 1, GRACE_MONTHS, 1)), until: null },
    },
  ];
};

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const MONTH = `(?:${MONTHS.map((month) => (month.length > 3 ? `${month.slice(0, 3)}(?:${month.slice(3)})?\\.?` : month)).join("|")})`;
const DATE = `(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH}),? (20\\d\\d)|(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? (20\\d\\d)|(20\\d\\d)-(\\d\\d)-(\\d\\d)|(\\d{1,2})(?<mark>[./-])(\\d{1,2})\\k<mark>(20\\d\\d)(?!\\d))`;
/** Words that announce a date. "The deadline was …" looks back and is excluded. */
const LEADS =
  "register (?:now )?(?:by|until|before)|registrations? (?:closes?|ends?|is open until|are open until|is possible until)|apply (?:now )?(?:by|before|until)|applications? (?:closes?|are open until|are due(?: by)?|will be accepted until|must be received by)|(?:the )?(?:application |submission )?deadline(?: for \\p{L}+)?(?: is|:)|(?:this |our )?(?:offer|sale|promotion|discount) (?:ends|expires|(?:is )?valid (?:until|till|through|thru|to))|book (?:now )?(?:by|before)|early[- ]bird (?:tickets |prices? |rates? )?(?:ends?|until|available until)|tickets (?:are )?(?:available|on sale) until|(?:our |the )?next [\\p{L}-]+(?: is(?: on)?|:)|upcoming(?: [\\p{L}-]+){0,3}:|save the date:|join us on|will (?:take place|be held) on";
const FORWARD = new RegExp(
  `(?<![\\p{L}])(?:${LEADS})[: ]*(?:(?:on|the|at|midnight|midday|noon|end of|close of business) )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?${DATE}`,
  "giu",
);
/** Days after which a page with a past date counts as a record, such as old news. */
const NEWS_DAYS = 120;
const DAY_MS = 86_400_000;

/** Finds announced dates. The Finding holds from the day after the date for about four months; later, the page is history. */
export const findPastDates: ContentRule = ({ text }) => {
  const found = [...text.matchAll(FORWARD)];
  return found.flatMap((match) => {
    const days = readDate(match.slice(1));
    const [first, last] = [Math.min(...days), Math.max(...days)];
    if (days.length === 0 || last - first >= (NEWS_DAYS - 1) * DAY_MS) return [];
    const range = { start: match.index, end: match.index + match[0].length };
    return [
      {
        rule: "content/past-date",
        confidence: 0.65,
        message: `“${text.slice(range.start, range.end)}” announces a date that has passed.`,
        range,
        holds: { from: dayOf(last + DAY_MS), until: dayOf(first + NEWS_DAYS * DAY_MS) },
      } satisfies Slip,
    ];
  });
};

/**
 * Returns a date matched by `DATE` in milliseconds since 1970. Returns both readings of "03/04/2026", and none for a date that
 * no calendar has.
 */
function readDate(groups: (string | undefined)[]): number[] {
  const [day1, month1, year1, month2, day2, year2, year3, month3, day3, one, mark, other, year4] = groups;
  if (year4 !== undefined) {
    const dayFirst = timeOf(Number(year4), Number(other) - 1, Number(one));
    // "03.04.2026": dates with full stops always begin with the day.
    return mark === "." ? dayFirst : [...dayFirst, ...timeOf(Number(year4), Number(one) - 1, Number(other))];
  }
  const month = month3 === undefined ? monthOf(month1 ?? month2 ?? "") : Number(month3) - 1;
  return timeOf(Number(year1 ?? year2 ?? year3), month, Number(day1 ?? day2 ?? day3));
}

function timeOf(year: number, month: number, day: number): number[] {
  const time = Date.UTC(year, month, day);
  return month >= 0 && month < 12 && new Date(time).getUTCDate() === day ? [time] : [];
}

function monthOf(name: string): number {
  const start = name.toLowerCase().slice(0, 3);
  return MONTHS.findIndex((month) => month.startsWith(start));
}

/** Formats the day in UTC, as ISO 8601. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
