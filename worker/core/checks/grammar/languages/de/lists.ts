import { wordLists } from "../engine/rule.ts";

export const GERMAN_LISTS = wordLists({
  be: "ist sind war waren bin bist seid sei wäre wären wird wurde wurden",
  article: "der die das dem den des ein eine einen einem einer eines",
  preposition: "vor auf für durch in an über mit von bei nach aus zu gegen ohne um unter zwischen neben hinter",
  time: "anfang ende mitte januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag jahren jahrzehnten monaten wochen tagen stunden generationen beginn gründung eröffnung gestern heute wann langem kurzem längerem mehr über fast rund etwa ungefähr mehreren vielen einigen wenigen zwei drei vier fünf sechs zehn zwanzig dreißig vierzig fünfzig hundert dem der einem einer jeher ewigkeiten jahrhunderten neuestem damals",
  spoken: "ich du er sie es wir ihr man sich uns ihnen",
});
