type Reason = "hard_bounce" | "soft_bounces" | "complaint";

/** Says why we stopped the mails to an address, and what to do: for the people who look after its Sites. */
export const SUPPRESSION_WORDS: Readonly<Record<Reason, { badge: string; why: string; advice: string }>> = {
  hard_bounce: {
    badge: "mail bounces",
    why: "The mail server says that this mailbox does not exist or takes no mail.",
    advice: "Check the address for typing mistakes. If it is right, try again.",
  },
  soft_bounces: {
    badge: "mail bounces",
    why: "Several mails in a week could not be delivered, for example because the mailbox is full.",
    advice: "When the mailbox works, try again.",
  },
  complaint: {
    badge: "reported as spam",
    why: "A mail of ours was reported as spam from this mailbox.",
    advice: "Only this person can start the mails again, with the unsubscribe link at the end of any of our mails.",
  },
};
