import { pattern } from "../../engine/pattern-rule.ts";

const SENT_OR_FAR =
  "order|orders|ordered|parcels|photos|reviews|minutes|metres|meters|miles|away|far|ranging|range|ranges|prices|start|starts|starting|available|made|buy|bought|came|come|comes|coming|free|apart|different|choose|select|ship|shipped|ships|delivered|deliver|delivery|direct|directly|back|benefit|message|messages|email|emails|call|calls|view|views|everyone|anyone|news|advice|feedback|visitors|guests|customers|hear|hearing|heard";
const LODGING =
  "nights|days|weeks|hours|people|adults|children|rooms|bedrooms|bathrooms|minutes|months|years|persons|guests|courses|pieces|options|dogs|cars|floors|beds";
const TOO =
  "long|big|small|late|early|expensive|cold|hot|busy|far|hard|difficult|good|old|young|short|high|low|loud|heavy|large|strong|slow|fast|crowded";
const MANAGED =
  "shop|store|general|office|project|sales|bar|duty|branch|hotel|restaurant|account|marketing|assistant|property|practice|site|line|area|team|product|operations|regional|finance|kitchen|event|events|community|club|bank";

/** Holds rules for common words taken for each other, where the words around them leave no doubt. */
export const NEAR_COMMON = [
  pattern(
    "ship-form-our",
    [
      `${SENT_OR_FAR} [ form ] our|your|my|their|his|her|home|scratch|here|there|Aa|@U`,
      `${SENT_OR_FAR}&!orders&!customers&!guests&!visitors [ form ] the|a|an|this|us|them`,
    ],
    "from",
    "We ship orders form our shop. => We ship orders from our shop.",
    ["Dots form a line.", "Fill in the order form."],
  ),
  pattern(
    "are-team-is",
    "^ [ are ] ~@J @NP ~@N is|are|was|were|has|have|will",
    "our",
    "Are team is here. => Our team is here.",
    "Are pets welcome?",
  ),
  pattern(
    "our-you",
    "^|,|how|where|what|when [ our ] you|we|they|there|these|those",
    "are",
    "Our you new here? => Are you new here?",
  ),
  pattern(
    "percent-of-on",
    "% [ of ] on|when|if|today|now|until|rrp",
    "off",
    "Prices are 50% of on Mondays. => Prices are 50% off on Mondays.",
    "We pay 50% of it.",
  ),
  pattern(
    "percent-of-your-first",
    "% [ of ] your|all first|next|order|orders|bill|booking|bookings|stay|purchase|purchases|visit|meal",
    "off",
    "Take 10% of your first order. => Take 10% off your first order.",
    "That is 10% of all visits.",
  ),
  pattern(
    "cup-off-tea",
    "cup|piece|slice|bottle|glass|pot|range|lots|variety|selection|couple|plenty|full|member|members|list|kind|sort|capable|proud|aware|consists|instead [ off ] @NPJ&!the",
    "of",
    "Have a cup off tea. => Have a cup of tea.",
    "Take it off the shelf.",
  ),
  pattern(
    "will-proof-that",
    `<modal>|to|not|must|this ~not|also [ proof ] that|it|you|how|to|<article>|<possessive>`,
    "prove",
    "This will proof that it works. => This will prove that it works.",
    "We have proof that it works.",
  ),
  pattern(
    "other-stationary",
    "office|wedding|school|personalised|personalized|printed|business|party|other|custom|branded|luxury [ stationary ] =|shop|set|sets|supplies|items|store|for|and|to|from|range|products",
    "stationery",
    "We sell pens and other stationary. => We sell pens and other stationery.",
    "The other stationary cars were hit.",
  ),
  pattern(
    "duty-manger",
    [
      `${MANAGED} [ manger ]`,
      "the|our|your|my [ manger ] on duty|shift",
      "the|our|your|my [ manger ] will|has|can|about|said|told|who|or",
    ],
    "manager",
    "Ask the duty manger. => Ask the duty manager.",
    "The shepherds found the manger.",
  ),
  pattern("duty-mangers", `${MANAGED} [ mangers ]`, "managers", "Our store mangers can help. => Our store managers can help."),
  pattern(
    "includes-to-nights",
    `include|includes|including|for|of|minimum|least|after|first|these|those|sleeps [ to ] ${LODGING} .|,|in|at|of|and|for|with|from|or|$|per`,
    "two",
    "It includes to nights in a hotel. => It includes two nights in a hotel.",
    "From one to people of all ages.",
  ),
  pattern(
    "was-to-long",
    `am|is|are|was|were|been|far|way|it's|isn't|wasn't|not [ to ] ${TOO} for|to|.|!|$`,
    "too",
    "The queue was to long for us. => The queue was too long for us.",
    "It is to them that we turn.",
  ),
  pattern(
    "customers-needs",
    "our|your|their|my [ customers|clients|guests|patients|students|visitors|members|parents|tenants ] needs|requirements|expectations|wishes|satisfaction|safety|comfort|privacy|feedback|homes|gardens come|are|is|first|and|.|,|at|with|in|to|$",
    "{2}'",
    "Our customers needs come first. => Our customers' needs come first.",
    "Our members gave feedback.",
  ),
  pattern(
    "apply-everyday",
    "!the&!a&!an&!your&!our&!my&!this&!these&!for&!in&!of&!to&!from&!with&!and [ everyday ] of|from|between|except|.|$|!|at|until|by",
    "every day",
    "We open everyday of the week. => We open every day of the week.",
    "It is for everyday, or for best.",
  ),
  pattern(
    "sister-and-i-was",
    "^ ~<possessive> @N|Aa and i [ was ]",
    "were",
    "My sister and I was there. => My sister and I were there.",
  ),
  pattern(
    "sister-and-i-is",
    "^ ~<possessive> @N|Aa and i [ is|am ]",
    "are",
    "My sister and I am here. => My sister and I are here.",
  ),
  pattern(
    "in-monday",
    "open|opens|closed|available|us|held|starts|meet|visit|come|order|delivered|arrive|arrives|work|works|working|again|here|there [ in ] monday|tuesday|wednesday|thursday|friday|saturday|sunday =|and|to|from|until|at|morning|afternoon|evening|for|but|we|i|night",
    "on",
    "We open in Monday. => We open on Monday.",
    "We teach in Sunday school.",
  ),
  pattern(
    "located-on-centre",
    "located|situated|based|live [ on ] the ~very ~historic centre|center|heart|middle",
    "in",
    "We are located on the centre of York. => We are located in the centre of York.",
    "We are located on the edge.",
  ),
  pattern(
    "information-our-website",
    "information|details|prices|photos|news [ our|the website|site|page|facebook|instagram ] .|,|or|and|$",
    "on {2} {3}",
    "There is more information our website. => There is more information on our website.",
    "With this information our website grows.",
  ),
  pattern(
    "thank-you-your",
    "^|,|and|! thank you [ your|this ] @NPJ",
    "for {4}",
    "Thank you your order. => Thank you for your order.",
    "I thank you.",
  ),
  pattern(
    "has-work-for",
    "<subject>|who has|have|had ~also|now [ work|live|study|play|teach|travel|trade|operate|run|serve ] ~here|there|together|with|in|as|at ~us|<determiner>|Aa ~@N for|since @U|<counted>|many|over|more|several|almost|nearly|about",
    "{4:C}",
    "She has work here for ten years. => She has worked here for ten years.",
    "They have work to do.",
  ),
  pattern(
    "order-is-pack",
    `@NP is|are|was|were|been|being ~all|not|also|always|then [ pack|train|book|cook|print|wash|wrap|repair|ship|seal|mount|mail|paint ] by|before|daily|every|last|to|with|in|on`,
    "{4:C}",
    "Every order is pack by hand. => Every order is packed by hand.",
    "The pack is in the box.",
  ),
  pattern(
    "all-our-product",
    "all|both of our|the|these|your|my|their ~@J [ @N&!@PJVRX&!<mass>&!<group>&!content&!staff&!merchandise&!meat&!fruit&aa ] are|have|were",
    "{5:P}",
    "All of our bedroom are warm. => All of our bedrooms are warm.",
  ),
  pattern(
    "all-our-products-are",
    "all our|these|your|my|their ~@J [ product|room|bedroom|item|price|member|customer|client|guest|service|course|lesson|teacher|student|recipe|cake|meal|dish|vehicle|driver|technician|engineer|supplier ] are|have|were|come|include",
    "{4:P}",
    "All our product are handmade. => All our products are handmade.",
  ),
  pattern(
    "have-seen-last-week",
    [
      "<subject> [ have|has ~also|just @C&!@J ] ~<object>|it|<determiner> ~@J ~@NP yesterday",
      "<subject> [ have|has ~also|just @C&!@J ] ~<object>|it|<determiner> ~@J ~@NP last week|month|year|night|monday|friday|saturday|sunday|summer|winter",
    ],
    "{3} {4:D}",
    "I have seen him last week. => I saw him last week.",
    "I have seen him since last week.",
  ),
  pattern(
    "work-hardly",
    "work|works|worked|working|try|tries|study|studies|train|trains [ hardly ] .|,|and|to|for|every|$|!",
    "hard",
    "They work hardly and well. => They work hard and well.",
    "We can work hardly at all.",
  ),
  pattern(
    "real-good",
    "is|was|are|were|be|it's [ real ] good|nice|great|fast|easy|friendly|bad|hard|close|big|happy|quick|clean|fresh|busy|helpful|pretty|clear",
    "really",
    "The food was real good. => The food was really good.",
    "It is real fun.",
  ),
  pattern(
    "the-whether-is",
    [
      "the [ whether ] is|was|forecast|before|conditions|.|,|in|today|can|will|permits|gets|turns|looks",
      "bad|good|nice|cold|hot|wet|sunny|rainy|fine|warm|lovely [ whether ]",
      "[ whether ] permitting|forecast|conditions",
    ],
    "weather",
    [
      "Ask about the whether before you go. => Ask about the weather before you go.",
      "In good whether we sit outside. => In good weather we sit outside.",
    ],
    "It is a matter of the whether and how.",
  ),
];
