const sets = (rows: string): string[][] =>
  rows
    .trim()
    .split("\n")
    .map((row) => row.trim().split(" "));

/** Words that are written for one another. Each row is one choice that the model learns. */
export const NEAR_WORDS: readonly (readonly string[])[] = sets(`
  their there they're
  your you're
  its it's
  to too two
  then than
  affect effect
  affects effects
  affected effected
  past passed
  know no now
  knows nose
  loose lose
  loosing losing
  form from
  our are or
  our hour
  where were we're wear
  of off
  prove proof
  quite quiet quit
  accept except expect
  whether weather
  stationary stationery
  advice advise
  device devise
  who's whose
  this these
  that those
  less fewer
  much many
  bare bear
  brake break
  breath breathe
  principle principal
  complement compliment
  complementary complimentary
  buy by bye
  hear here
  thorough through threw though tough
  peace piece
  weak week
  sale sell sail
  sales sells sails
  site sight cite
  right write
  wait weight
  plain plane
  meet meat
  new knew
  one won
  mail male
  role roll
  waste waist
  desert dessert
  dairy diary
  manger manager
  costumer customer
  costumers customers
  course coarse
  steal steel
  brought bought
  live life leave
  choose chose
  lead led
  cloths clothes
  personal personnel
  every ever very
  an and any
  the they then them
  you your
  as has is
  it if is in
  on one own
  not note
  with which
  been being
  he the
  for four
  allowed aloud
  pray prey
  seen scene
  sea see
  tail tale
  vain vein
  pole poll
  poor pour
  hole whole
  hire higher
  board bored
  fair fare
  father farther further
  flour flower
  heal heel
  knight night
  lessen lesson
  loan lone
  made maid
  pair pear
  pail pale
  rain reign
  road rode
  root route
  sew so sow
  soar sore
  sole soul
  some sum
  son sun
  stair stare
  stake steak
  storey story
  throne thrown
  tied tide
  toe tow
  way weigh
  wood would
  lay lie
  raise rise
  adapt adopt
  among amount
  ensure insure assure
  few view
  formally formerly
  later latter letter
  lightning lightening
  sometime sometimes
  perspective prospective
  precede proceed
  respectfully respectively
  angel angle
  trial trail
  untied united
  casual causal
  martial marital
  conversation conservation
  collage college
  envelop envelope
  bath bathe
  cloth clothe
  believe belief
  relieve relief
  safe save
  sit seat set
  fill feel
  full fully fool
  good well
  price prize
  prices prizes
  success succeed
  choice choose
  different difference
  important importance
  confident confidence
  difficult difficulty
  patients patience
  presents presence
  residents residence
  assistants assistance
  when went
  there the
  thing think
  things thinks
  thank think
  though thought
  tree three
  tough touch
  best beast
  been bean
  beach beech
  cost coast
  costs coasts
  dose does
  eat ate
  fell feel
  fined find
  hope hop
  hoping hopping
  staring starring starting
  dinning dining
  planning planing
  robed robbed
  moths months mouths
  bellow below
  fro for
  out our
  pubic public
  shift shirt
  sing sign
  singed signed
  sever severe serve
  us use
`);
