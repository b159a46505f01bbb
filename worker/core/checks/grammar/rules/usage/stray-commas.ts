import { pattern } from "../../engine/pattern-rule.ts";

/** Matches an adverb that belongs to its verb. The excluded adverbs can be set off by commas. */
const PLAIN_ADVERB =
  "@R&!<frequency>&!never&!even&!then&!now&!also&!first&!only&!perhaps&!maybe&!however&!therefore&!thus&!instead&!ever";

/** Lists rules for commas that split a clause or lack the second comma of a pair. */
export const STRAY_COMMAS = [
  pattern(
    "imagine-that",
    "^ [ imagine|suppose|assume|consider|know|keep , ] that",
    "{2}",
    "Imagine, that it is late. => Imagine that it is late.",
    "Imagine that it is late.",
  ),
  pattern(
    "logically-be",
    [`<plain-modal> [ ${PLAIN_ADVERB} , ] be|have`, `<plain-modal> [ ${PLAIN_ADVERB} , ] @V&!@NX`],
    "{2}",
    "The name will logically, be used. => The name will logically be used.",
    "It can, logically, be used.",
  ),
  pattern(
    "there-are-comma",
    "!^&!that&!out&!over&!in&!up there [ is|are , ] @P&!@R that|which|who",
    "{3}",
    "But there are, tools that help. => But there are tools that help.",
    "There are, however, tools that help.",
  ),
  pattern(
    "wonder-in-which",
    "might|may|will|can|could [ wonder , ] in which|whose !case",
    "{2}",
    "You might wonder, in which box it is. => You might wonder in which box it is.",
    "You might wonder, in fact, why.",
  ),
  pattern(
    "however-half",
    "[ *&!@VRX&!how&!no however , ] @Z|<be-now>|<modal>|have|has|had|does|do|did",
    "{1}, however,",
    "This hotel however, offers more. => This hotel, however, offers more.",
    "This hotel, however, offers more.",
  ),
];
