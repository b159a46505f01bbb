import type { Severity } from "#worker/core/checks/finding.ts";
import type { IssueState } from "#worker/core/issues/issue.ts";

/** An Issue of the seeded site; `pages` are indexes of its pages. */
export type SeedIssue = {
  rule: string;
  severity: Severity;
  confidence: number;
  message: string;
  text: string;
  suggestions: string[];
  excerpt: string;
  state: IssueState;
  pages: number[];
};

const LONG_WORD = "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const LONG_URL = `https://files.example.net/${"a-very-long-folder-name-that-never-ends/".repeat(6)}brochure.pdf?download=1&session=0123456789abcdef`;
const EVERYWHERE = Array.from({ length: 24 }, (_, page) => page);

const spelling: Pick<SeedIssue, "rule" | "severity" | "confidence" | "state"> = {
  rule: "spelling/unknown-word",
  severity: "error",
  confidence: 0.92,
  state: "open",
};
const link: Pick<SeedIssue, "rule" | "severity" | "confidence" | "suggestions" | "state"> = {
  rule: "links/not-found",
  severity: "error",
  confidence: 0.98,
  suggestions: [],
  state: "open",
};

/** Issues of every check and state, including long words, long addresses, markup as text and other scripts. */
export const SEED_ISSUES: SeedIssue[] = [
  {
    ...spelling,
    message: "“recieve” is not a known word.",
    text: "recieve",
    suggestions: ["receive", "relieve"],
    excerpt: "You will recieve an answer within two working days.",
    pages: [0, 3],
  },
  {
    ...spelling,
    message: "“occured” is not a known word.",
    text: "occured",
    suggestions: ["occurred"],
    excerpt: "An error has occured while your booking was made, please call us.",
    pages: [5],
  },
  {
    ...spelling,
    message: "“seperately” is not a known word.",
    text: "seperately",
    suggestions: ["separately"],
    excerpt: "Shipping is charged seperately.",
    pages: EVERYWHERE,
  },
  {
    ...spelling,
    message: `“${LONG_WORD}” is not a known word.`,
    text: LONG_WORD,
    suggestions: [],
    excerpt: `Our partner, the ${LONG_WORD}, is one of a kind.`,
    pages: [7],
  },
  {
    ...spelling,
    message: "“<b>teh</b>” is not a known word.",
    text: "<b>teh</b>",
    suggestions: ["the"],
    excerpt: "He wrote <b>teh</b> & <script>alert(1)</script> end.",
    pages: [2],
    state: "reopened",
  },
  {
    ...spelling,
    severity: "warning",
    confidence: 0.4,
    message: "“Brightwell” may be a name.",
    text: "Brightwell",
    suggestions: ["Bright well"],
    excerpt: "Meet Anna Brightwell, who roasts our coffee.",
    pages: [1, 2],
  },
  {
    ...spelling,
    message: "“kombucha” is not a known word.",
    text: "kombucha",
    suggestions: [],
    excerpt: "We also brew kombucha.",
    pages: [4],
    state: "ignored",
  },
  {
    ...spelling,
    message: "“adress” is not a known word.",
    text: "adress",
    suggestions: ["address"],
    excerpt: "Write to this adress.",
    pages: [],
    state: "fixed",
  },
  {
    rule: "grammar/repeated-word",
    severity: "error",
    confidence: 0.95,
    message: "“the” stands twice in a row.",
    text: "the the",
    suggestions: ["the"],
    excerpt: "We open the the doors at nine every morning.",
    pages: [0],
    state: "open",
  },
  {
    rule: "grammar/indefinite-article",
    severity: "warning",
    confidence: 0.8,
    message: "Before a vowel sound write “an”.",
    text: "a hour",
    suggestions: ["an hour"],
    excerpt:
      "It takes about a hour to get here by tram, and rather less by bicycle if the wind is kind, the lights are green and the bridge over the canal, which is raised more often than anybody would expect, happens to be down.",
    state: "open",
    pages: [6],
  },
  {
    rule: "grammar/agreement",
    severity: "hint",
    confidence: 0.5,
    message: "The verb may not agree with its subject.",
    text: "team are",
    suggestions: ["team is"],
    excerpt: "Our team are happy to help.",
    pages: [8],
    state: "open",
  },
  {
    ...link,
    message: "The page answers “not found” (404).",
    text: "https://example.com/menu/autumn",
    excerpt: "Autumn menu",
    pages: [0, 9, 10],
  },
  {
    ...link,
    rule: "links/domain-not-found",
    message: "There is no website under this name.",
    text: LONG_URL,
    excerpt: "Download our brochure",
    pages: [11],
  },
  {
    ...link,
    rule: "links/moved",
    severity: "warning",
    confidence: 0.9,
    message: "The address moved for good.",
    text: "http://old.example.org/",
    suggestions: ["https://new.example.org/"],
    excerpt: "our friends",
    pages: [2],
  },
  {
    ...link,
    rule: "links/server-error",
    message: "The server answered with an error (503) once.",
    text: "https://status.example.org/",
    excerpt: "status",
    pages: [1],
    state: "unconfirmed",
  },
];
