import type { SentenceReport } from "../../sentence-report.ts";
import { type AgreementTable, formOf, isSureNominal, SLOTS, type Slot, slotsOf } from "./agreement-table.ts";
import { inCaseOf } from "./compile-rule.ts";
import { canBe, isOnly, type Part, type ReadingsOf } from "./parts.ts";

type Found = Omit<SentenceReport, "rule" | "severity" | "by"> & { by: string };

/**
 * Returns a reader that reports determiners, adjectives and predicates that do not agree with their noun in gender and number.
 */
export function createAgreementReports(table: AgreementTable) {
  const rows = table.determiners.map((row) => row.split(" "));
  const slotsOfDeterminer = new Map<string, Slot[]>();
  for (const row of rows)
    for (const [at, word] of row.entries()) {
      const slot = SLOTS[at];
      if (word !== "-" && slot) slotsOfDeterminer.set(word, [...(slotsOfDeterminer.get(word) ?? []), slot]);
    }

  /** Returns the form of a determiner for a slot, from the row of the written one. */
  const determinerFor = (word: string, slot: Slot, next: string) => {
    const form = rows.find((row) => row.includes(word))?.[SLOTS.indexOf(slot)];
    if (form === undefined || form === "-") return undefined;
    return table.written?.(form, next) ?? form;
  };

  return (parts: readonly Part[], readingsOf: ReadingsOf): SentenceReport[] =>
    parts.flatMap((part, at) => {
      const next = parts[at + 1];
      if (part.kind !== "word" || part.isShouted || next?.kind !== "word") return [];
      const found = beforeNoun(parts, at, readingsOf) ?? afterNoun(parts, at, readingsOf) ?? ofPredicate(parts, at, readingsOf);
      return found
        ? [{ ...found, rule: "grammar/agreement", severity: "error" as const, by: `${table.language}/${found.by}` }]
        : [];
    });

  function beforeNoun(parts: readonly Part[], at: number, readingsOf: ReadingsOf): Found | null {
    const [determiner, word, after] = [parts[at], parts[at + 1], parts[at + 2]];
    if (!determiner || !word) return null;
    const slots = table.prepositions?.has(determiner.lower) ? undefined : slotsOfDeterminer.get(determiner.lower);
    if (
      !slots ||
      !isSureNominal(word, table, table.neverPronouns.has(determiner.lower)) ||
      table.notAfter.has(parts[at - 1]?.lower ?? "")
    )
      return null;
    if (/-$/u.test(word.text) || after?.text === "-" || after?.text === "/") return null;
    // "Le revenue management" is English.
    if (ENGLISH_HEAD.test(after?.lower ?? "")) return null;
    // In "una software house", the noun is part of a phrase in another language.
    if (
      after?.kind === "word" &&
      !after.isCapital &&
      after.lower.length > 2 &&
      !canBe(word.readings, "A") &&
      isHead(after, slots)
    )
      return null;
    // "el voz a voz", "le porte-à-porte": a word said twice names a thing of its own gender.
    if (parts[at + 3]?.lower === word.lower) return null;
    // In "fait par cette certifiée", the participle is not a noun and may agree with an earlier word.
    if (canBe(word.readings, "P") && !canBe(word.readings, "N")) return null;
    // In "los nuestros son", a form of "be" follows a pronoun.
    if (table.copulas.has(word.lower)) return null;
    const own = slotsOf(word.readings, "NAP");
    if (own.length === 0 || own.some((slot) => slots.includes(slot)) || table.isRight?.(determiner.lower, word.lower, own))
      return null;
    const isAdjective = canBe(word.readings, "A") && after && isSureNominal(after, table);
    const noun = isAdjective ? slotsOf(after.readings, "N") : own;
    const agreesWithNoun = isAdjective && noun.some((slot) => own.includes(slot));
    const isNumberWrong = !own.some((slot) => slots.some((other) => other[1] === slot[1]));
    const change = isAdjective && !agreesWithNoun ? "adjective" : isNumberWrong ? "number" : "determiner";
    const phrase =
      change === "determiner"
        ? joined(determinerFor(determiner.lower, own[0] ?? "ms", word.lower), determiner, word.text)
        : (joined(
            determiner.text,
            determiner,
            formOf(word, change === "number" ? sameGender(own, slots) : slots, table, readingsOf),
          ) ?? joined(determinerFor(determiner.lower, own[0] ?? "ms", word.lower), determiner, word.text));
    return {
      by: isNumberWrong ? "number" : "gender",
      confidence: 0.8,
      message: phrase
        ? `“${determiner.text}” and “${word.text}” do not agree: write “${phrase}”.`
        : `“${determiner.text}” and “${word.text}” do not agree.`,
      start: determiner.start,
      end: word.end,
      suggestions: phrase ? [phrase] : [],
    };
  }

  /**
   * Reports an adjective that follows its noun: "une équipe motivé". Skips joined adjectives ("les États belge et français"),
   * each of which can be singular.
   */
  function afterNoun(parts: readonly Part[], at: number, readingsOf: ReadingsOf): Found | null {
    const [determiner, noun, adjective, after] = parts.slice(at, at + 4);
    if (!determiner || !noun || !adjective || table.notAfter.has(parts[at - 1]?.lower ?? "")) return null;
    const determined = slotsOfDeterminer.get(determiner.lower);
    if (!determined || !isSureNominal(noun, table) || !canBe(noun.readings, "N") || canBe(noun.readings, "A")) return null;
    if (adjective.isCapital || table.exceptions.has(adjective.lower) || !isOnly(adjective.readings, ["A", "P"])) return null;
    if (table.coordinators.has(after?.lower ?? "")) return null;
    // In "un document des douanes demandé par", the adjective may describe the first noun, and a participle the subject.
    const before = parts[at - 1];
    if (table.linkers.has(determiner.lower) || (before && table.linkers.has(before.lower))) return null;
    if (!determiner.opens && !isOnly(adjective.readings, ["A"])) return null;
    const slots = slotsOf(noun.readings, "N").filter((slot) => determined.includes(slot));
    const own = slotsOf(adjective.readings, "AP");
    if (slots.length === 0 || own.length === 0 || own.some((slot) => slots.includes(slot))) return null;
    const right = formOf(adjective, slots, table, readingsOf);
    if (!right) return null;
    return {
      by: "adjective",
      confidence: 0.75,
      message: `“${adjective.text}” does not agree with “${noun.text}”: write “${right}”.`,
      start: adjective.start,
      end: adjective.end,
      suggestions: [right],
    };
  }

  /** Reports a predicate that does not agree with its subject: "La terrasse est ouvert", "Elle est arrivé". */
  function ofPredicate(parts: readonly Part[], at: number, readingsOf: ReadingsOf): Found | null {
    const first = parts[at];
    if (!first?.opens) return null;
    const pronoun = table.pronouns[first.lower];
    const noun = parts[at + 1];
    const determined = slotsOfDeterminer.get(first.lower);
    const isNoun = !pronoun && determined && noun && isSureNominal(noun, table) && canBe(noun.readings, "N");
    if (!pronoun && !isNoun) return null;
    const subject = pronoun ?? slotsOf(noun?.readings ?? "", "N").filter((slot) => determined?.includes(slot));
    const copula = parts[at + (pronoun ? 1 : 2)];
    if (!copula || !table.copulas.has(copula.lower) || subject.length === 0) return null;
    let place = at + (pronoun ? 2 : 3);
    while (table.adverbs.has(parts[place]?.lower ?? "")) place++;
    const said = parts[place];
    if (!said || said.isCapital || table.exceptions.has(said.lower) || !isOnly(said.readings, ["A", "P"])) return null;
    const own = slotsOf(said.readings, "AP");
    if (own.some((slot) => subject.includes(slot))) return null;
    // In "La chambre est grand confort", the adjective belongs to the noun after it.
    const after = parts[place + 1];
    if (after && canBe(after.readings, "N") && !canBe(after.readings, "O") && !canBe(after.readings, "R")) return null;
    const right = formOf(said, subject, table, readingsOf);
    const subjectText = pronoun ? first.text : `${first.text} ${noun?.text}`;
    return {
      by: "predicate",
      confidence: 0.8,
      message: right
        ? `“${said.text}” does not agree with “${subjectText}”: write “${right}”.`
        : `“${said.text}” does not agree with “${subjectText}”.`,
      start: said.start,
      end: said.end,
      suggestions: right ? [right] : [],
    };
  }
}

/** Matches nouns that end English terms in other languages. */
const ENGLISH_HEAD =
  /^(?:management|manager|marketing|business|house|store|shop|center|coach|planner|designer|room|truck|bar|tour|time|team|party|show)$/u;

/**
 * Returns true if a word after a noun is unknown, a loan word without endings, or a noun that the determiner fits. It is the head of a
 * phrase in another language: "una software house".
 */
function isHead({ readings }: Part, slots: readonly Slot[]): boolean {
  if (readings === "" || SLOTS.every((slot) => canBe(readings, `A${slot}`))) return true;
  return isOnly(readings, ["N"]) && slotsOf(readings, "N").some((slot) => slots.includes(slot));
}

function joined(determiner: string | undefined, written: Part, word: string | undefined): string | undefined {
  if (determiner === undefined || word === undefined) return undefined;
  return `${inCaseOf(determiner, written.text)}${determiner.endsWith("'") ? "" : " "}${word}`;
}

/** Returns the slots that have a gender of `own`, or all of them if none does. */
function sameGender(own: readonly Slot[], slots: readonly Slot[]): readonly Slot[] {
  const same = slots.filter((slot) => own.some((mine) => mine[0] === slot[0]));
  return same.length > 0 ? same : slots;
}
