import { pattern } from "../../engine/pattern-rule.ts";

const END = ".|,|!|?|$|;|in|with|for|that|which|who|from|to|at|on|about|because|of";
const GOOD =
  ":JJ|:VBG|:VBN&@J&!taken&!single&!little&!few&!moved&!enough&!less&!sufficient&!@SKXU&!next&!last&!first&!second&!third&!top&!same&!public&!common&!own&!several&!additional&!further&!open&!human&!free&!full&!equal&!specific&!prior&!advance";
const VERBS =
  "has|have|had|need|needs|want|wants|make|makes|made|find|found|get|got|give|gives|offer|offers|provide|provides|buy|bought|use|uses|create|creates|choose|chose|write|writes|wrote|build|built|see|saw|tell|told";

/** Rules for an adjective and a countable noun that lack their article. */
export const TAGGED_ARTICLES = [
  pattern(
    "tag-is-good-teacher",
    `i|he|she|it|this|that&!:IN am|is|was ~not ~also|now|really [ ~very ${GOOD} <countable>&:NN ] ${END}`,
    "a {5} {6} {7}",
    "This is interesting book about bees. => This is an interesting book about bees.",
    "This is next door.",
  ),
  pattern(
    "tag-has-good-idea",
    `${VERBS} [ ${GOOD} <countable>&:NN&!kit ] ${END}`,
    "a {2} {3}",
    "They have new website in May. => They have a new website in May.",
    ["They have next door.", "Use it to find official dog and cat contacts."],
  ),
  pattern(
    "tag-have-job",
    "!the&!a&!an&!this&!our have|has|had|need|needs|want|wants|buy|bought|wrote|built ~not [ <countable>&:NN&!parent&!member&!team&!company ] .|,|!|?|$|because|that|which|who|now|but",
    "a {4}",
    "Even those who do not have website, can join. => Even those who do not have a website, can join.",
    ["They have job offers.", "Each page in the built site, say, has one."],
  ),
  pattern(
    "tag-with-good-idea",
    `with|without|into|as|like [ ${GOOD} <countable>&:NN&!member&!team&!parent&!result ] .|,|!|?|$|that|which|who|because`,
    "a {2} {3}",
    "Those came with interesting story. => Those came with an interesting story.",
    ["They came with next of kin.", "We see people with prior appointment."],
  ),
];
