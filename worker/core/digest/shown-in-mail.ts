/** Limits on the items of a digest's mail, to keep it readable; the site's page shows the rest. */
export const SHOWN_IN_MAIL = { opened: 25, fixed: 15 } as const;
