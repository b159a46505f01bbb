/** An address gets no reports after so many soft bounces within so many days, if no mail arrived between them. */
export const MOST_SOFT_BOUNCES = 5;
export const SOFT_BOUNCE_DAYS = 7;
