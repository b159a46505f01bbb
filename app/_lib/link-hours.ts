/** Lifetimes of the links in account mails. */
export const VERIFICATION_HOURS = 24;
export const RESET_HOURS = 1;
/** Lifetime of the link in an invitation. */
export const INVITATION_DAYS = 7;
