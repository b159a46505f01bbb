const list = (words: string) => words.split(" ");

const BE = list("am is are was were be been being");
const MODAL = list("can could will would shall should may might must");
const NOT_MODAL = list("can't couldn't won't wouldn't shan't shouldn't mustn't mightn't cannot");

/** Lists of words that patterns refer to as `<name>`. */
export const WORD_LISTS: Readonly<Record<string, readonly string[]>> = {
  be: BE,
  "be-now": list("am is are was were isn't aren't wasn't weren't"),
  have: list("have has had having haven't hasn't hadn't"),
  "have-short": list("i've you've we've they've could've would've should've might've must've"),
  do: list("do does did don't doesn't didn't"),
  modal: [...MODAL, ...NOT_MODAL],
  "plain-modal": MODAL,
  "be-short": list("i'm you're he's she's it's we're they're that's"),
  subject: list("i you he she it we they"),
  "subject-es": list("he she it"),
  "subject-base": list("i you we they"),
  object: list("me him us them"),
  possessive: list("my your his her its our their"),
  article: list("a an the"),
  determiner: list("a an the this that these those my your his her its our their some any no every each"),
  "one-of-these": list("a an this that every each another either neither"),
  preposition: list(
    "of in to for with on at by from about into over after under between without through during against among upon toward towards within",
  ),
  degree: list("very so too really quite extremely pretty rather as more most fairly incredibly absolutely"),
  frequency: list("always usually often never rarely sometimes seldom frequently generally"),
  unit: list("second minute hour day week month year decade mile kilometer kilometre meter metre dollar pound euro inch foot"),
  units: list(
    "seconds minutes hours days weeks months years decades miles kilometers kilometres meters metres dollars pounds euros inches feet",
  ),
  number: list(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million several many few both",
  ),
  comparative: list(
    "larger bigger smaller cheaper better higher lower faster slower older younger longer shorter stronger safer cleaner easier nicer happier fresher warmer brighter healthier lighter heavier quicker closer wider",
  ),
  counted: list("two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"),
  mass: list(
    "information firmware malware middleware advice furniture equipment knowledge homework housework luggage baggage software hardware feedback traffic evidence progress " +
      "research news money music electricity weather accommodation machinery rubbish garbage garlic happiness courage luck patience wisdom",
  ),
  group: list(
    "committee staff team personnel family police majority rest number group crew couple pair jury government company variety range public press media half lot series band board audience kind sort faculty management data following above other latter former same only per way",
  ),
  month: list(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
  ),
  weekday: list("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"),
};
