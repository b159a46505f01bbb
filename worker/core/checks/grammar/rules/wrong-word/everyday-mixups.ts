import { judged, type PatternRule, pattern } from "../../engine/pattern-rule.ts";

const YEAR = Array.from({ length: 330 }, (_, at) => 1700 + at).join("|");
const FOUNDED =
  "club|company|business|firm|school|charity|society|group|church|organisation|organization|trust|association|band|choir|brand|college|museum";

/** Rules for near words that people mix up every day, by what is around them. */
export const EVERYDAY_MIXUPS: readonly PatternRule[] = [
  judged(
    0,
    "for-you-free-quote",
    "for|enjoy|enjoyed|of|with|about|during|book|claim|before|after [ you ] ~free|next|new|own|local|first|whole @N&!@VJRGX&!sir&!guys&!folks&!lot",
    "your",
    "Call us for you free consultation. => Call us for your free consultation.",
    ["We have news for you today.", "It is for you guys."],
  ),
  judged(
    0,
    "enjoyed-you-stay",
    "enjoy|enjoyed|enjoying|during|after|before|about [ you ] stay|visit|trip|time|order|journey|holiday|meal|event|purchase .|,|!|with|at|in|here|and|$",
    "your",
    "We hope you enjoyed you stay. => We hope you enjoyed your stay.",
    "Before you order, read this.",
  ),
  pattern(
    "located-just-of",
    "located|situated|based|is|are|lies|set|find|we're|it's just [ of ] the",
    "off",
    "We are located just of the main road. => We are located just off the main road.",
    "It is made of oak.",
  ),
  pattern(
    "hart-of-the",
    "in|at|to|from the|very [ hart ] of",
    "heart",
    "The shop is in the hart of the village. => The shop is in the heart of the village.",
    "We saw the hart in the forest.",
  ),
  pattern(
    "lets-make",
    "^ [ lets ] make|go|get|take|talk|see|start|do|be|have|face|look|find|say|work|keep|not|meet|play|celebrate|begin|try|build",
    "let's",
    "Lets make your day special. => Let's make your day special.",
    "Lets you make it special.",
  ),
  pattern(
    "also-sale",
    "we|they|i|you ~also|now|only|still|can|will|do [ sale ] !=",
    "sell",
    "We also sale gift vouchers. => We also sell gift vouchers.",
    "We sell gift vouchers.",
  ),
  pattern(
    "club-was-found",
    `${FOUNDED} ~itself was|were ~first|originally [ found ] in|on|around ${YEAR}`,
    "founded",
    "The club was found in 1923. => The club was founded in 1923.",
    "The ring was found in 1923.",
  ),
  pattern(
    "clean-and-save",
    "clean|heated|warm|secure|happy|healthy|dry and [ save ] for|.|,|!|place|space|environment",
    "safe",
    "The pool is heated and save for children. => The pool is heated and safe for children.",
    "Get clean and save water.",
  ),
  pattern(
    "this-years-festival",
    "this|last|next [ years ] festival|event|theme|show|competition|winner|winners|season|tour|programme|program|conference|award|awards|race|party|fair|fête|fete|exhibition|concert|final|team|results|summer|christmas|easter|budget|report|dates|topic|annual",
    "year's",
    "This years festival was a success. => This year's festival was a success.",
    "This year's festival was a success.",
  ),
  pattern(
    "staffs-were",
    "the|our|all|friendly|helpful [ staffs ] were|are|was|is|have|had|has|will|at|in",
    "staff",
    "The staffs were friendly. => The staff were friendly.",
    "The staff were friendly.",
  ),
  judged(
    0,
    "a-great-selections",
    "a|an ~great|new|wide|good|small|huge|full|large|warm|fine|nice|real [ :NNS&@P&!@N&!works&!times&!lots&!thanks&!savings&!means ] of|for|.|!|,|in|to|with",
    "{3:N}",
    "We have a great selections of wines. => We have a great selection of wines.",
    "It is a great works outing.",
  ),
  judged(
    0,
    "worth-a-visits",
    "for|worth|is|book|need|make|get|have|want|give|plan a|an ~great|new|quick|short|free|long [ @P&@Z&!@JRX&!works ] .|!|,|to|with|$",
    "{4:N}",
    "It is worth a visits. => It is worth a visit.",
    "It makes a stops list.",
  ),
  judged(
    0,
    "booking-are-open",
    "^ [ booking|ticket|place|order|application|lesson|class|session ] are now|also|still|always|available|open|limited|only|on",
    "{2:P}",
    "Booking are now open. => Bookings are now open.",
    "Bookings are now open.",
  ),
  pattern(
    "park-hear",
    "park|wait|stay|live|click|right|over|sit|register|down|up|come|back|apply [ hear ] .|!|,|for|to|at|if|$",
    "here",
    "Please do not park hear. => Please do not park here.",
    "Come and hear for yourself.",
  ),
  pattern(
    "meat-our-team",
    "^ [ meat ] our|us|your|the team|staff|chef|experts|family|owner|owners|people|volunteers|members|committee|coaches|teachers|trustees|makers|artists|author|new|at",
    "meet",
    "Meat our team. => Meet our team.",
    "Meat our butcher cut is best.",
  ),
];
