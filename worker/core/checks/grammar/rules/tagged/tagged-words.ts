import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

/** Rules for words of the wrong class, by the parts of speech in the sentence. */
export const TAGGED_WORDS: readonly PatternRule[] = [
  pattern(
    "tag-others-animals",
    "many|some|all|of|for|from|in|with|to|on|the [ others ] @P&!@VZNJ&:NNS",
    "other",
    "It harms many others animals. => It harms many other animals.",
  ),
  pattern(
    "tag-people-which",
    "people|children|students|customers|members|guests|parents|visitors|teachers [ which ] :VBP|:VBD|:MD",
    "who",
    "The people which live here are kind. => The people who live here are kind.",
  ),
  pattern(
    "tag-really-quickly-way",
    ["a|an|the|our|my|your|their|his|her ~very|really|more|most [ @R!&:RB|:JJ ] :NN&@N&!@VJRX !:VBN&!:VBD&!:JJ"],
    "{3:J}",
    "That is a really quickly way. => That is a really quick way.",
    "It is an entirely client rendered page.",
  ),
];
