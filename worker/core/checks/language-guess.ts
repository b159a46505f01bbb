const ENGLISH = words(
  "the of and to in is you that it he was for on are as with his they at be this have from or one had by but not what all were we when your " +
    "can said there use an each which she do how their if will up other about out many then them these so some her would make like him into " +
    "has more than who its our us my me no yes any get here just only new see please read click home contact search sign how why where",
);

/** Frequent small words of other languages in Latin script that are no English words. */
const FOREIGN = words(
  "der und das ist nicht ein eine einen mit für auf dem von zu den sich auch wir ihr sie oder wird sind zur zum bei nach über werden " +
    "le la les des et est une dans pour que qui sur avec pas vous nous au aux du ce cette ou sont par plus votre " +
    "el los las y es una para con por del se su lo como más pero sus al está nuestro " +
    "il gli della di che sono con una nel alla dei delle questo più anche " +
    "o os um uma não em ao dos das para você mais são " +
    "het een en van dat niet zijn voor met op aan ook maar wij jij bij naar deze " +
    "och att det som är inte till av har ett jag vi med på på og er ikke til af vil kan fra med " +
    "nie się jest na do że w z tak ale być i oraz dla ve bir bu için ile ja ei on että se",
);

/** Small words that English and others share prove nothing. */
const SHARED = words(
  "do on as in is an me no he be we i o y w z us her so at de per plus con war man all i a kan van en vi se au du es su di",
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Whether most letters of a text are Latin; a text without letters counts as Latin. */
export function isLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}

const FEW_WORDS = 4;

/**
 * Whether a text of which nobody says the language looks like English, by its small words: "the" and "with" against "der" and "avec".
 * A few words without any are taken for English only where no letter is foreign to it ("Über uns").
 */
export function guessEnglish(text: string): boolean {
  const found = text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
  const telling = found.filter((word) => !SHARED.has(word));
  const english = telling.filter((word) => ENGLISH.has(word)).length;
  const foreign = telling.filter((word) => FOREIGN.has(word)).length;
  if (english !== foreign)
    return english > foreign || (foreign === 1 && found.length > 1 && !/[^\p{ASCII}]/u.test(found.join("")));
  return (
    foreign === 0 &&
    (found.length <= FEW_WORDS ? !/[^\p{ASCII}\p{P}\p{S}\p{Z}\p{N}]/u.test(text) : english > 0 || found.length <= 12)
  );
}
