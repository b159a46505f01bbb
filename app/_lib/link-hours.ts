/** Lifetimes of the links in account mails. */
export const VERIFICATION_HOURS = 24;
export const RESET_HOURS = 1;
