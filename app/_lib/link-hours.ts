/** How long the links in account mails work. */
export const VERIFICATION_HOURS = 24;
export const RESET_HOURS = 1;
