import { findFiller, isAboutFiller } from "../filler-text.ts";
import { isAboutProgramming } from "./about-programming.ts";
import { type ContentRule, isQuoted, rangesOf, wholeOf } from "./slip.ts";

/** Well-known phrases of lorem ipsum. */
const LOREM =
  /\b(?:lorem ipsum dolor|dolor sit amet|consectetu?er adipi[sc]+ing|sed do eiusmod|ut enim ad minim veniam|duis aute irure|excepteur sint occaecat|sed ut perspiciatis unde)\b/iu;
const LOREM_ALONE = /^lorem ipsum\.?(?: dolor\.?)?$/iu;
const SHOWN_LOREM = 40;

/** Default texts of editors and themes; compared in lower case, without punctuation at the end. */
const READY_MADE = new Set([
  "your text here",
  "your text goes here",
  "your content here",
  "your content goes here",
  "your title here",
  "your title goes here",
  "your heading here",
  "your headline here",
  "insert text here",
  "insert your text here",
  "insert title here",
  "insert content here",
  "add text here",
  "add your text here",
  "add your content here",
  "add a subheading",
  "add your heading text here",
  "add a heading",
  "add heading text here",
  "enter text here",
  "enter your text here",
  "type your text here",
  "replace this text",
  "click here to edit",
  "dummy text",
  "text goes here",
  "content goes here",
  "title goes here",
  "heading goes here",
  "description goes here",
  "subtitle goes here",
  "placeholder text",
  "this is placeholder text",
  "this is a placeholder",
  "this is dummy text",
  "sample text here",
  "this is some sample text",
  "i'm a paragraph. click here to add your own text and edit me",
  "i'm a title. click here to edit me",
  "i'm an image title",
  "click here to add your own text and edit me",
  "click edit button to change this text",
  "double click to edit this text",
  "just another wordpress site",
  "welcome to wordpress. this is your first post. edit or delete it, then start writing",
  "ihr text hier",
  "hier steht ihr text",
  "hier könnte ihr text stehen",
  "dies ist ein blindtext",
  "fügen sie hier ihren text ein",
  "votre texte ici",
  "ajoutez votre texte ici",
  "insérez votre texte ici",
  "tu texto aquí",
  "su texto aquí",
  "inserta tu texto aquí",
  "il tuo testo qui",
  "inserisci qui il tuo testo",
  "uw tekst hier",
  "jouw tekst hier",
  "seu texto aqui",
  "o seu texto aqui",
  "insira o seu texto aqui",
]);

/** Longer texts are never default texts, even with many marks at their end. */
const LONGEST_READY_MADE = 200;

/** Default sentences with which longer texts begin. */
const BEGINNINGS = [
  /^Welcome to WordPress\. This is your first post\./u,
  /^This is an example page\. It[’']s different from a blog post because/u,
  /^I[’']m a paragraph\. Click here to add your own text/u,
  /^Lorem Ipsum is simply dummy text of the printing/u,
  /^Hi, this is a comment\. To get started with moderating/u,
  /^Click (?:on )?(?:the )?edit button to change this text/iu,
  /^This is a sample (?:page|text|paragraph|heading|post)\b.{0,40}(?:replace|edit|change) (?:it|this)/iu,
];

/** Kinds in which such words correctly invite people to write. */
const PROMPTS = new Set(["placeholder", "label", "button", "option", "tooltip", "aria-label"]);

/** Finds placeholder text that was left in: lorem ipsum, "Your text here", default texts of themes. */
export const findPlaceholderTexts: ContentRule = ({ kind, text }) => {
  if (PROMPTS.has(kind)) return [];
  const whole = wholeOf(text);
  const slip = (confidence: number, shown?: string) => ({
    rule: "content/placeholder-text",
    confidence,
    message: "Placeholder text was left in.",
    range: whole,
    ...(shown === undefined ? {} : { text: shown }),
  });
  if (LOREM_ALONE.test(text)) return [slip(0.85)];
  const lorem = LOREM.exec(text);
  if (lorem && !isAboutFiller(text)) return [slip(0.97, text.length > SHOWN_LOREM ? lorem[0] : undefined)];
  const filler = findFiller(text);
  if (filler !== null) return [slip(0.92, text.length > SHOWN_LOREM ? filler : undefined)];
  if (text.length <= LONGEST_READY_MADE && READY_MADE.has(asCompared(text))) return [slip(0.92)];
  const beginning = BEGINNINGS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
  return beginning === undefined ? [] : [slip(0.95, beginning)];
};

function asCompared(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^[\s[(<*“"]+|(?<![\s.!…:\])>*”"])[\s.!…:\])>*”"]+$/gu, "");
}

/** "TODO: write this", "Todo: prices", "[TODO]", "FIXME"; not "the TODO list" or other mentions. */
const TO_DO =
  /(?<=^|[.!?] |[[(])(?:TODO|FIXME)(?=\s*[:\])–—-]|\s*$)|(?<=^)TODO(?= (?:add|write|fix|update|insert|replace|check|remove|finish|review|fill|describe|complete)\b)|(?<=^)(?:[Tt]o[Dd]o|Fixme)(?=: ?\p{L})/gu;

/** Texts that only say that content will follow. Only a hint, because an event may announce an undecided venue this way. */
const TO_COME = /^[([]?(?:TBD|TBC|to be (?:written|completed|filled in))[)\].]?$/iu;

/** Finds notes that authors left for themselves. */
export const findNotesToSelf: ContentRule = ({ kind, text }) => {
  if (PROMPTS.has(kind)) return [];
  if (TO_COME.test(text))
    return [
      {
        rule: "content/note-to-self",
        confidence: 0.45,
        message: "This text says that something is still missing here.",
        range: wholeOf(text),
      },
    ];
  if (isAboutProgramming(text)) return [];
  return rangesOf(TO_DO, text)
    .filter((range) => !isQuoted(range, text))
    .map((range) => ({
      rule: "content/note-to-self",
      confidence: text.length === range.end - range.start ? 0.6 : 0.9,
      message: "Readers can see this note to yourselves; remove it.",
      range,
    }));
};
