import { type AST, RegExpParser } from "@eslint-community/regexpp";
import type { GrowingText } from "./measure-growth.ts";

/** Repeated pieces that have slowed down parsers of HTML, CSS, XML, JSON, addresses and prose. */
export const NASTY_PUMPS: readonly string[] = [
  ..."<>/\"'`&;=-#%?!@.,:|*+~^$()[]{}\\ \t\n\0a1A_ß²ª\u0301\uFFFC“”—…".split(""),
  ...[
    "<h1",
    "<h1>",
    "<title ",
    '<h1 a="',
    "<h1 a='",
    "<script ",
    "<script speculationrules ",
    "</h1",
    "<!--",
    "<![CDATA[",
    "<?",
  ],
  ...[
    "@namespace ",
    "@import ",
    'url("',
    "url(",
    "/*",
    '\\"',
    "\\'",
    "\\a ",
    "&amp;",
    "&#1",
    "%41",
    "%",
    "../",
    "//",
    "a@",
    "@a.",
  ],
  ...[
    "a ",
    " a",
    "a-",
    "-a",
    "a.",
    "1.",
    "1,",
    "a'",
    "\r\n",
    "{{",
    "${",
    "<%",
    "[a ",
    '[aaa a=""',
    ' a=""',
    "(a",
    "<a",
    '="',
    "aA",
    "ab",
  ],
  ...[
    "haha",
    "hm",
    "m",
    "then ",
    "er ",
    "not ",
    "page ",
    "is ",
    "the ",
    "2020 ",
    "2020, ",
    "deadline for ",
    "TODO ",
    "null ",
    "NaN/",
  ],
];

/** Endings that make a match of everything before fail. */
const TAILS = ["", "\0", "\n\0x"];
/** Sample characters for classes, plain ones first. */
const POOL = [..."a 1\"-\t<.'>é&A/_(=)[;]{:}%,@#*|+$!?\\~^`\n²ª\u0301“—©ßА中\uFFFC\0b2 xmh "];
const MOST_OF_CLASS = 5;
const MOST_PUMPS = 12;
/** Fewer repetitions are no attack. */
const FEW = 8;

/**
 * Returns texts that may slow an expression down, based on what it repeats: the beginning of a match followed by many
 * repetitions, or both repeated, so that each may begin a match.
 */
export function attacksOn(source: string, flags: string): GrowingText[] {
  const pattern = new RegExpParser().parsePattern(source, undefined, undefined, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
  const found = new Map<string, GrowingText>();
  const add = (attack: GrowingText) => {
    if (attack.pump !== "") found.set(JSON.stringify(attack), attack);
  };
  const walk = (alternatives: readonly AST.Alternative[], head: string): void => {
    for (const { elements } of alternatives) {
      for (const isRich of [false, true]) {
        let before = head;
        for (const element of elements) {
          if (element.type === "Quantifier" && element.max > FEW) {
            for (const pump of samplesOf(element.element, flags, MOST_PUMPS)) {
              for (const tail of TAILS) add({ head: before, pump, tail });
              add({ head: "", pump: before + pump, tail: "" });
            }
          }
          const inner = element.type === "Quantifier" ? element.element : element;
          if ("alternatives" in inner) walk(inner.alternatives, before);
          before += sampleOf(element, flags, isRich);
        }
        add({ head: "", pump: before, tail: "" });
      }
    }
  };
  walk(pattern.alternatives, "");
  return [...found.values()];
}

function sampleOf(node: AST.Element, flags: string, isRich: boolean): string {
  if (node.type !== "Quantifier") return samplesOf(node, flags, 1)[0] ?? "";
  const times = Math.min(Math.max(node.min, isRich && node.max > 0 ? 1 : 0), 40);
  return sampleOf(node.element, flags, isRich).repeat(times);
}

function samplesOf(node: AST.Element, flags: string, most: number): string[] {
  switch (node.type) {
    case "Character":
      return [String.fromCodePoint(node.value)];
    case "CharacterSet":
    case "CharacterClass":
    case "ExpressionCharacterClass":
      return membersOf(node.raw, flags).slice(0, most);
    case "Quantifier":
      return [sampleOf(node, flags, true)];
    case "Group":
    case "CapturingGroup":
      return samplesOfAll(node.alternatives, flags, most);
    case "Assertion":
      return node.kind === "lookbehind" && !node.negate ? samplesOfAll(node.alternatives, flags, 1) : [""];
    case "Backreference":
      return [node.resolved].flat().flatMap((group) => samplesOf(group, flags, 1));
  }
}

function samplesOfAll(alternatives: readonly AST.Alternative[], flags: string, most: number): string[] {
  const plain = alternatives.map(({ elements }) => elements.map((element) => sampleOf(element, flags, true)).join(""));
  if (most === 1) return plain.slice(0, 1);
  // For `[^"\\]|\\.`: each character of the class, and each after the backslash.
  const varied = alternatives.flatMap(({ elements }) => {
    const last = elements.at(-1);
    const before = elements.slice(0, -1).map((element) => sampleOf(element, flags, true));
    return last
      ? samplesOf(last.type === "Quantifier" ? last.element : last, flags, most).map((end) => before.join("") + end)
      : [];
  });
  return [...new Set([plain.join(""), ...plain, ...varied])].slice(0, most);
}

function membersOf(raw: string, flags: string): string[] {
  const one = new RegExp(`^${raw}$`, flags.replace(/[gy]/g, ""));
  const members = POOL.filter((character) => one.test(character));
  const [first = "", ...others] = members;
  return [first, members.join(""), ...others.filter((_, index) => index < MOST_OF_CLASS || index % 4 === 0)];
}
