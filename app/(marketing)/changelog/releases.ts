/** Lists what customers notice, newest first. Add an entry with each change that they should know. */
export const RELEASES: { day: string; title: string; changes: string[] }[] = [
  {
    day: "2026-11-29",
    title: "Work together, and take the results with you",
    changes: [
      "Invite people to your team as owners, editors or viewers, for all sites or some, and see who did what.",
      "Choose how often you get mail: after each crawl, or one summary of all sites a day, a week or a month.",
      "Ignore an issue, add the word or mark it as fixed straight from the mail.",
      "Share a report by a link, as PDF with your own name and logo, as CSV, as a badge or as a feed.",
      "Send what changed to Slack, Microsoft Teams or your own programs, and have pages checked through the API.",
    ],
  },
  {
    day: "2026-11-29",
    title: "Try it first, and see each issue where it is",
    changes: [
      "You can try a website on our start page without an account, and keep the result when you sign up.",
      "Each issue has a page of its own with its sentence, its history and a picture of the page with the mistake marked.",
      "Issues can be snoozed, assigned to a person or ignored on one page, for one rule, one address or one host, and each decision can be undone.",
      "A quality score and charts show how each site develops.",
      "You can check one page at once after you have mended it, and watch the first crawl while it runs.",
    ],
  },
  {
    day: "2026-11-29",
    title: "House style, more languages, safer accounts",
    changes: [
      "House style: words to avoid, names to spell exactly and texts that pages must have, for all your sites.",
      "Grammar in German, French, Spanish, Italian, Dutch and Portuguese: the most common slips.",
      "Sites behind a sign-in can be read if you give us one. We encrypt it.",
      "Two-factor sign-in, and a list of what happened in your account.",
    ],
  },
  {
    day: "2026-11-21",
    title: "The first version",
    changes: [
      "Flawless reads your site every day, checks spelling, grammar, links and left-over text, and mails you only what changed.",
    ],
  },
];
