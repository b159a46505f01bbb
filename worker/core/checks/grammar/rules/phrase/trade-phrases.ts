import { phrases } from "../../engine/pattern-rule.ts";

/** Lists phrases of shops, garages, salons and inns in which a word of similar sound is written, with the right word. */
export const TRADE_PHRASES = phrases(`
[ bridle ] shop|wear|gown|gowns|party|hair|makeup|suite|boutique => bridal
[ currant ] offers|prices|situation|vacancies|exhibition => current
[ peddle ] bike|bikes|boat|boats => pedal
[ leak ] and potato|bacon soup|pie => leek
[ course ] salt|sandpaper|grained => coarse
main|crash|obstacle|first-aid|golf [ coarse ] => course
of [ coarse ] ,|.|we|you|! => course
city|parish|town|borough|county|district [ counsel ] => council
chest of [ draws ] => drawers
gift [ rap ] => wrap
en|on [ suit ] bathroom|bathrooms|room|rooms|shower => suite
self-raising|wholemeal|spelt|rye [ flower ] => flour
taxi|cab|bus [ fair|fairs ] => fare
[ fare ] trade|price|prices => fair
[ meat ] the team|staff|owner|owners|chef|doctor|doctors|teachers => meet
to [ meat ] your|our|all|these needs|requirements|expectations => meet
to|please|can [ right ] a|us review|a|testimonial => write
timely|professional|polite|orderly|courteous [ manor ] => manner
soul trader|purpose => sole {2}
color|colour [ pallet|pallets|palate ] => palette
[ would ] flooring|panelling|burner|burners => wood
side [ buy ] side => by
glass|window [ pain|pains ] => pane
[ formally ] known as => formerly
`);

/** Lists nouns written for the verb that begins a request: "Checkout our offers", "Login to your account". */
export const ASKED_WITH_NOUN = phrases(`
^|,|and|please|also [ checkout ] our|these|some|my => check out
^ ~please [ login ] to|into your|my|the|our account|portal|dashboard|profile !is&!requires => log in
^ ~please [ login ] to|into your|my|the|our ~* * to|and|using|with|then|or|here|.|! => log in
^ ~please [ login ] to|into|with|via Aa to|and|using|with|then|or|here|login|account|.|!|$ => log in
^ ~please [ login ] using|with|via your|a|an => log in
^ [ setup ] the|a|an|your|our|my|this => set up
^ [ backup ] the|a|an|your|our|my|this => back up
^ [ signup ] for our|a|your|free ~free newsletter|trial|account|class|classes|course|updates !is&!opens&!closes => sign up
to|can|will|please|you [ pickup ] your => pick up
can|should|will|you|we [ workout ] at|with|from|anytime|together|outside => work out
`);
