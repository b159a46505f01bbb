import type { AgreementTable } from "../engine/agreement-table.ts";

const set = (words: string) => new Set(words.split(" "));

export const PORTUGUESE_AGREEMENT: AgreementTable = {
  language: "pt",
  determiners: [
    "o a os as",
    "um uma uns umas",
    "do da dos das",
    "no na nos nas",
    "ao - aos -",
    "pelo pela pelos pelas",
    "este esta estes estas",
    "esse essa esses essas",
    "aquele aquela aqueles aquelas",
    "deste desta destes destas",
    "neste nesta nestes nestas",
    "nosso nossa nossos nossas",
    "meu minha meus minhas",
    "seu sua seus suas",
    "algum alguma alguns algumas",
    "nenhum nenhuma - -",
    "- - muitos muitas",
    "- - vários várias",
    "- - todos todas",
    "cada cada - -",
    "outro outra outros outras",
  ],
  pronouns: { ela: ["fs"], ele: ["ms"], elas: ["fp"], eles: ["mp"] },
  copulas: set("é são está estão era eram será serão foi foram estava estavam"),
  adverbs: set("muito bem sempre já também totalmente não"),
  exceptions: set(
    "segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro rosa laranja violeta extra super modelo padrão piloto mil milhão pouco muito mais menos meio meia só todo toda mesmo web online menor maior sem zero onze doze treze catorze quatorze quinze dezesseis dezasseis dezessete dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa duas três quatro cinco seis sete oito nove dez pais camisola",
  ),
  prepositions: set("a"),
  neverPronouns: set("do da dos das ao aos meu minha nosso nossa nossos nossas seu sua seus suas cada"),
  notAfter: set("ou e / cem mil um uns todos todas"),
  linkers: set("de do da dos das a ao aos à às em no na nos nas com por pelo pela pelos pelas para sem sobre entre e"),
  coordinators: set("e ou ,"),
  endings: ["", "s", "es", "o", "a", "os", "as", "ão", "ões", "ães", "m", "ns", "l", "is", "eis", "res", "zes", "e"],
};
