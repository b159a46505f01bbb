import type { Token } from "../engine/token.ts";
import { tagged } from "../syntax/tagged.ts";
import type { Edit } from "./edit.ts";
import { mayHaveForm } from "./may-have-form.ts";
import { mayLack } from "./may-lack.ts";

const isDeterminer = tagged("DT", "PRP", "PRP$");
const isPronoun = tagged("PRP");
const isPlural = tagged("NNS");
const isPreposition = tagged("IN");
const isBeforeVerb = tagged("MD", "IN", "VBD", "VBZ", "VBP");
const isVerb = tagged("VB", "VBP", "VBD", "VBZ", "VBN");
const isFiniteVerb = tagged("VBZ", "VBP", "VBD", "MD", "PV");
const isNoun = tagged("NN", "NNS");
const wordAt = (tokens: readonly Token[], at: number) => tokens[at]?.lower ?? "";

/** Pairs of words of which either may be right, so that counts of neighbours do not tell: "the ones that have are", "tell me when is good". */
const EITHER = new Set(
  (
    "are been,is been,were been,was been,are be,were be,is be,was be,being was,being is,when what,when how,so and,but or,but and,who which," +
    "who that,a an,an a,his he,he his,each all,all every,mine me,as like,like as,it there,i me,them they,where when,why when,how when," +
    "where why,which that,that which,those that,these this,be are,be was,not no,too so,there it,who whose"
  ).split(","),
);
const BE = /^(?:is|are|be)$/u;

/** Returns true for a text that may be right as it is, although counts of neighbouring words speak for a correction. */
export function mayBeRight(tokens: readonly Token[], edit: Edit): boolean {
  switch (edit.kind) {
    case "insert":
      return mayLack(tokens, edit);
    case "delete":
      return !isSuperfluous(tokens, edit.from);
    case "replace":
      return EITHER.has(`${wordAt(tokens, edit.from)} ${edit.fix}`) || mayBeMeant(tokens, edit);
    case "form":
      return mayHaveForm(tokens, edit);
    default:
      return edit.kind satisfies never;
  }
}

/** Returns true for a small word of which its neighbours say that it is one too many: "the our plan", "will to go", "instead of for". */
function isSuperfluous(tokens: readonly Token[], at: number): boolean {
  const [last, own, next] = [tokens[at - 1], wordAt(tokens, at), tokens[at + 1]];
  if (next?.kind !== "word" || next.text !== next.lower || next.lower.length === 1 || last?.lower === own) return false;
  if (/^(?:than|as)$/u.test(last?.lower ?? "")) return false;
  if (own === "the") return isDeterminer(next) && next.lower !== "what";
  if (own === "a" || own === "an")
    return tagged("PRP$")(next) || isPlural(next) || /^(?:the|this|these|those|some)$/u.test(next.lower);
  if (own === "to") return isBeforeVerb(last) && (isVerb(next) || isDeterminer(next));
  if (own === "of") return isPreposition(last) || isPreposition(next);
  return (
    BE.test(own) && (BE.test(last?.lower ?? "") || /'s$/u.test(last?.lower ?? "") || tagged("MD")(last) || isFiniteVerb(next))
  );
}

/** Returns true for a word that belongs to others than the next one: "how many wine bars", "made us friends", "what do Hindus eat". */
function mayBeMeant(tokens: readonly Token[], { from, fix }: Edit): boolean {
  const [own, next, after] = [wordAt(tokens, from), tokens[from + 1], tokens[from + 2]];
  if (own === "many" || own === "much") return !isNoun(next) || isNoun(after) || isPlural(next) !== (fix === "many");
  if (own === "us" || own === "me") return isPlural(next) || isPlural(after) || fix === "my";
  if (own === "do" || own === "does") return !isPronoun(next) && !(isPronoun(tokens[from - 1]) && !isVerb(tokens[from - 2]));
  return false;
}
