/** The mails about the closing: the first and the second before the end, and the one that takes the announcement back. */
export const WIND_DOWN_NOTICES = ["announcement", "reminder", "withdrawal"] as const;
export type WindDownNotice = (typeof WIND_DOWN_NOTICES)[number];
