import { wordLists } from "../engine/rule.ts";

export const FRENCH_LISTS = wordLists({
  de: "de d' du des",
  article: "le la l' les un une des du",
  determiner:
    "le la l' les un une des du mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces chaque plusieurs quelques tout toute tous toutes",
  possessive: "mon ma ton ta son sa notre votre leur",
  mine: "votre notre nos vos leur leurs mon ma mes",
  plural: "les des mes tes ses nos vos ces leurs plusieurs quelques",
  he: "il on qui",
  they: "ils elles",
  who: "je tu il elle on nous vous ils elles j'",
  object: "me te se nous vous le la les l' lui leur y en m' t' s'",
  have: "ai as a avons avez ont avais avait avions aviez avaient aurai aura aurez aurons auront aurais aurait auriez auraient ayant avoir",
  be: "suis es est sommes êtes sont étais était étions étiez étaient sera seront serez serons serait seraient",
  modal:
    "peux peut pouvons pouvez peuvent pourrez pourrons pourra pourront pourriez pourrait dois doit devons devez doivent devrez devra devriez faut faudra voulez voulons voudrais souhaitez souhaitons désirez désirons allez allons vais vas va vont savez sachez veuillez osez préférez aimez aimons aimerais aimeriez",
  before: "pour sans afin",
  preposition: "de d' à pour sans",
  adverb: "pas jamais plus bien déjà toujours tous encore aussi également récemment entièrement enfin simplement ainsi tout",
  place:
    "ville jour jours moment endroit lieu pays région maison village année époque monde quartier rue instant semaine période date soir heure matin point salle boutique",
  fixed: "grâce jusqu' quant conformément adaptée adapté dédié dédiée destiné destinée réservé réservée",
  aWord:
    "partir cause côté travers propos nouveau jamais domicile emporter bientôt disposition volonté base condition défaut pied cheval vélo",
});
