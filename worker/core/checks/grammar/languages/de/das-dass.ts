import type { SentenceReport } from "../../sentence-report.ts";
import { inCaseOf } from "../engine/compile-rule.ts";
import { canBe, type Part, type ReadingsOf } from "../engine/parts.ts";
import { nounReadings } from "./nouns.ts";

/** Lists words that can begin the clause after "dass": subjects, and pronouns and adverbs before them. */
const SUBJECTS = new Set(
  "ich du er sie es wir ihr man ihnen uns mir dir jeder jede jedes alle niemand jemand unser unsere unserem unseren ihre ihrem mein meine sein seine kein keine der die den dem ein diese dieser dieses viele beide sich auch hier heute am im in bei nicht".split(
    " ",
  ),
);
/** Lists pronouns to which "das" can refer. */
const REFERRED = new Set(
  "etwas alles nichts vieles das dasjenige dies dieses jenes einiges manches was es eins eines mehr weniges folgendes".split(
    " ",
  ),
);
/** Lists nouns that a clause with "dass" can explain ("das Gefühl, dass …"). */
const EXPLAINED = new Set(
  "problem gefühl wissen ziel risiko glück pech argument ergebnis zeichen versprechen recht bewusstsein verständnis vertrauen gerücht indiz ereignis fazit prinzip motto credo wunder beispiel geheimnis phänomen anliegen bekenntnis geständnis zugeständnis dilemma resultat signal kriterium credo urteil leben bestreben angebot gute schöne wichtige besondere beste tolle interessante".split(
    " ",
  ),
);
/** Lists words after which "dass" begins a clause without a comma. */
const BEFORE_DASS = new Set(
  "so auf ohne statt anstatt als außer kaum nur und oder aber bloß selbst sowie weder noch bis denn sondern wie damit dadurch nicht vorausgesetzt auch besonders vor allem zumal je".split(
    " ",
  ),
);

/** Limits the number of parts that are examined on either side. */
const LONGEST_CLAUSE = 60;

/** Returns reports of "das" for "dass", and the reverse, if grammar rules out the written one. */
export function dasOrDass(parts: readonly Part[], readingsOf: ReadingsOf): SentenceReport[] {
  return parts.flatMap((part, at) => {
    if (part.lower === "das" && isConjunction(parts, at, readingsOf))
      return [
        report(part, parts[at + 1], "dass", "Here a clause begins, so the conjunction “dass” is meant, not the article."),
      ];
    if (part.lower === "dass" && (isArticle(parts, at, readingsOf) || isRelative(parts, at, readingsOf)))
      return [report(part, parts[at + 1], "das", "Here “das” is the article or refers to a thing; “dass” opens a clause.")];
    return [];
  });
}

/** Returns a report that includes the next word, so that Findings in different places differ. */
function report(part: Part, next: Part | undefined, fix: string, why: string): SentenceReport {
  const beside = next?.kind === "word" ? next : undefined;
  const right = `${inCaseOf(fix, part.text)}${beside ? ` ${beside.text}` : ""}`;
  return {
    rule: "grammar/wrong-word",
    by: `de/${part.lower}-${fix}`,
    severity: "error",
    confidence: 0.85,
    message: `${why} Write “${right}”.`,
    start: part.start,
    end: beside?.end ?? part.end,
    suggestions: [right],
  };
}

/**
 * Returns true if a "das" after a comma must be "dass" ("Wir hoffen, das Ihnen …"): the clause before has no neuter noun or
 * pronoun to which "das" could refer, and a subject follows.
 */
function isConjunction(parts: readonly Part[], at: number, readingsOf: ReadingsOf): boolean {
  if (parts[at - 1]?.text !== "," || at < 2) return false;
  const next = parts[at + 1];
  if (next?.kind !== "word") return false;
  const noun = nounReadings(next, readingsOf);
  const isSubject = SUBJECTS.has(next.lower) || (noun !== "" && !canBe(noun, "Nns"));
  if (!isSubject) return false;
  // "Das ist das eine, das andere …" is a list.
  if (/^(?:eine|andere)$/u.test(next.lower)) return false;
  const first = firstOf(parts, at);
  for (let place = at - 2; place >= Math.max(0, at - LONGEST_CLAUSE); place--) {
    const before = parts[place];
    if (!before || (before.kind === "mark" && /^[.!?:;]$/u.test(before.text))) break;
    if (before.kind !== "word") continue;
    if (REFERRED.has(before.lower) && !(before.lower === "es" && place === first)) return false;
    if (before.lower === "das") return false;
    if (before.isCapital && !before.opens && !/^(?:Sie|Ihnen|Ihr|Ihre|Ihrem|Ihren|Ihrer)$/u.test(before.text)) {
      const readings = nounReadings(before, readingsOf);
      if (readings === "" || canBe(readings, "Nns")) return false;
    }
  }
  return hasVerbAtEnd(parts, at);
}

/** Returns the index of the first part of the sentence. An "es" there refers to what follows: "Es freut uns, dass …". */
function firstOf(parts: readonly Part[], at: number): number {
  for (let place = at - 1; place >= Math.max(0, at - LONGEST_CLAUSE); place--) if (parts[place]?.opens) return place;
  return -1;
}

/** Returns true if a clause can end with a verb, as a clause with "dass" does. After the pronoun "das", the verb comes next. */
function hasVerbAtEnd(parts: readonly Part[], at: number): boolean {
  let last = at;
  while (last < at + LONGEST_CLAUSE && parts[last + 1] && !/^[.,!?;:–]$/u.test(parts[last + 1]?.text ?? "")) last++;
  const readings = parts[last]?.readings ?? "";
  return last > at + 1 && (readings === "" || canBe(readings, "V") || canBe(readings, "P"));
}

/** Returns true if "dass" must be the article: "Wir bieten dass beste Frühstück", "Dass Haus liegt am See". */
function isArticle(parts: readonly Part[], at: number, readingsOf: ReadingsOf): boolean {
  const [before, part, next, third, fourth] = [parts[at - 1], parts[at], parts[at + 1], parts[at + 2], parts[at + 3]];
  if (!part || !next) return false;
  const isNeuter = (word: Part | undefined) => word !== undefined && canBe(nounReadings(word, readingsOf), "Nns");
  if (part.opens) {
    const isVerb = third?.kind === "word" && canBe(third.readings, "V3s") && !canBe(third.readings, "A");
    return (
      isNeuter(next) &&
      isVerb &&
      fourth?.kind === "word" &&
      !parts.slice(at + 3, at + LONGEST_CLAUSE).some(({ text }) => text === ",")
    );
  }
  if (before?.kind !== "word" || BEFORE_DASS.has(before.lower) || canBe(before.readings, "R")) return false;
  const isAdjective = /^\p{Ll}+e$/u.test(next.text) && canBe(next.readings, "A");
  return isNeuter(next) || (isAdjective && isNeuter(third));
}

/**
 * Returns true if "dass" must be the relative pronoun after a subject: "Das Haus, dass wir gebaut haben, steht …". Excludes nouns
 * that the clause can explain.
 */
function isRelative(parts: readonly Part[], at: number, readingsOf: ReadingsOf): boolean {
  const [article, noun, comma] = [parts[at - 3], parts[at - 2], parts[at - 1]];
  if (comma?.text !== "," || !noun || !article || !canBe(nounReadings(noun, readingsOf), "Nns")) return false;
  if (
    !/^(?:das|ein|unser|dieses|jedes|kein|mein|dein)$/u.test(article.lower) ||
    EXPLAINED.has(noun.lower) ||
    noun.lower.endsWith("nis")
  )
    return false;
  return article.opens;
}
