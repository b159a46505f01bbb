/** News about a mail after it left: `hard` means that the address does not work, `soft` that it did not take this mail. */
export type MailEvent = {
  kind: "hard" | "soft" | "complaint" | "delivered";
  /** Identifies the event, so that it counts once: of the provider's own ids. */
  key: string;
  email: string;
  /** Null: not said. */
  at: Date | null;
  /** The other side's words. */
  detail: string;
  /** Message-ID without brackets, as we wrote it; null if unknown. */
  messageId: string | null;
  /** True if anybody can have written it: it counts only if it names a message that we sent. */
  needsMessage: boolean;
};
