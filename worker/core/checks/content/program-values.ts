import { isAboutProgramming } from "./about-programming.ts";
import { type ContentBlock, type ContentRule, isQuoted, rangesOf, type Slip, wholeOf } from "./slip.ts";

const OBJECT_OBJECT = /\[object (?:Object|Promise|Undefined|Null|HTML\w+)\]/gu;

/**
 * Values in place of a name or number: "Welcome back, undefined!", "NaN% off", "$undefined", "by null". Case-sensitive, because
 * a person may be called Null.
 */
const IN_PLACE = [
  /(?<=^(?:Hello|Hi|Hey|Dear|Welcome|Welcome back|Thanks|Thank you|Good morning|Good evening|Logged in as|Signed in as|Posted by|Written by|By|by),? )(?:undefined|null|NaN)(?=[!,.]?(?:$| on | · | \| )|[!,] )/gu,
  /(?<![\p{L}\p{N}])(?:undefined|null)(?: (?:undefined|null))+(?![\p{L}\p{N}])/gu,
  /(?<=[$€£] ?)(?:undefined|null|NaN)(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])NaN(?= ?(?:%|€|£|(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|mins?|items?|results?|reviews?|stars?|views?|comments?|km|miles|kg|MB|KB|GB)(?![\p{L}\p{N}])))/gu,
  /(?<![\p{L}\p{N}])NaN[/:-]NaN(?:[/:-]NaN)*/gu,
  /(?<![\p{L}\p{N}])Invalid Date(?![\p{L}\p{N}])/gu,
];

/**
 * Values in place of a sentence's subject matter: "The price is undefined.", "Rooms from NaN". Less certain, because programs
 * can be "undefined", too.
 */
const AT_THE_END = [
  /(?<=\b(?:[Pp]rice|[Cc]ost|[Tt]otal|[Ss]ubtotal|[Nn]ame|[Dd]ate|address|phone|telephone|weight|rating|author|status|e-?mail|delivery|availability|balance|city|location|age|deposit|fee|discount|room|table|order) (?:is|was|are):? )(?:undefined|null|NaN)(?=[.!,]?$)/gu,
  /(?<=\b(?:from|only|just|by|until|since|for) )(?:undefined|null)(?=[.!,]?$)/gu,
  /(?<=\p{Ll} )NaN(?=[.!,]?$)/gu,
];

/** "undefined | My shop", "Shop – undefined": a value as one part of a title. */
const TITLE_PART = /(?:^|(?<= [|–—·-] ))(?:undefined|null|NaN|\[object Object\])(?= [|–—·-] |$)/gu;

/** Kinds in which "undefined" alone is always a mistake. In cells and lists, it may be part of an API description. */
const SPEAKING = new Set([
  "title",
  "heading",
  "paragraph",
  "text",
  "alt",
  "description",
  "social",
  "caption",
  "button",
  "tooltip",
  "aria-label",
  "label",
]);

/** Finds program values shown as text: `undefined`, `null`, `NaN`, `[object Object]`. */
export const findProgramValues: ContentRule = (block) => {
  const { kind, text } = block;
  if (!/undefined|null|NaN|\[object|Invalid Date/u.test(text)) return [];
  if (SPEAKING.has(kind) && /^(?:undefined|null|NaN)$/u.test(text))
    return [slip(block, wholeOf(text), kind === "label" ? 0.6 : 0.9)];
  if (isAboutProgramming(text.replace(OBJECT_OBJECT, " "))) return [];
  const patterns = kind === "title" ? [OBJECT_OBJECT, TITLE_PART, ...IN_PLACE] : [OBJECT_OBJECT, ...IN_PLACE];
  const slips = patterns.flatMap((pattern) => rangesOf(pattern, text).map((range) => slip(block, range, 0.93)));
  if (SPEAKING.has(kind))
    slips.push(...AT_THE_END.flatMap((pattern) => rangesOf(pattern, text).map((range) => slip(block, range, 0.6))));
  const starts = new Set<number>();
  return slips.filter(({ range }) => {
    const isFirst = !starts.has(range.start);
    starts.add(range.start);
    return isFirst && !isQuoted(range, text);
  });
};

function slip({ text }: ContentBlock, range: Slip["range"], confidence: number): Slip {
  const value = text.slice(range.start, range.end);
  return {
    rule: "content/program-value",
    confidence,
    message: `“${value}” shows that a value was missing when the page was built.`,
    range,
  };
}
