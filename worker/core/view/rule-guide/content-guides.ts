import { type Guide, guide } from "./guide.ts";

/** Explains the rules of the check for left-over text. */
export const CONTENT_GUIDES = {
  "content/placeholder-text": guide(
    "Placeholder text",
    [
      "This text came with a template or was put in to fill the space.",
      "Visitors see it as it is: replace it with your own text, or remove it.",
    ],
    {
      wrong: "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
      right: "We roast our coffee every morning, in small batches.",
    },
  ),
  "content/note-to-self": guide(
    "Note to yourselves",
    ["This reads like a note to the people who make the site.", "Visitors can read it: do what it says, then remove it."],
    { wrong: "TODO: add the opening hours", right: "We are open from nine to five." },
  ),
  "content/template-variable": guide(
    "Template code that was not filled in",
    [
      "The page shows the code of a template instead of the value that belongs there.",
      "The value is missing or the code is misspelled; check the template and its data.",
    ],
    { wrong: "Hello {{first_name}}, welcome back.", right: "Hello Anna, welcome back." },
  ),
  "content/blank": guide(
    "Blank that was not filled in",
    ["The text has a blank in brackets that someone was to fill in.", "Write what belongs there, or remove the sentence."],
    { wrong: "Write to [insert name here] today.", right: "Write to Anna today." },
  ),
  "content/program-value": guide(
    "Value of a program",
    [
      "The page shows “undefined”, “NaN” or the like, because a value was missing when it was built.",
      "Check the data behind this place, and what the page does without them.",
    ],
    { wrong: "The price is undefined.", right: "The price is 12 euros." },
  ),
  "content/visible-tag": guide(
    "Visible HTML code",
    [
      "Visitors see an HTML tag as text, because the text was escaped twice or pasted as code.",
      "Paste the text without its formatting, or correct the template.",
    ],
    { wrong: "Our bread is <strong>fresh</strong> every day.", right: "Our bread is fresh every day." },
  ),
  "content/entity-as-text": guide(
    "Visible character code",
    [
      "Visitors see a code such as “&amp;nbsp;” instead of the character, because it was escaped twice.",
      "Type the character itself in your editor, or correct the template.",
    ],
    { wrong: "Bread &amp; butter for everyone.", right: "Bread & butter for everyone." },
  ),
  "content/garbled-characters": guide(
    "Garbled characters",
    [
      "The text was saved in one encoding and read in another, so letters with accents and quotes are broken.",
      "Paste the text again, and store it as UTF-8.",
    ],
    { wrong: "Please donâ€™t forget to book a table.", right: "Please don’t forget to book a table." },
  ),
  "content/lost-character": guide(
    "Lost character",
    ["A character could not be read and shows as �.", "Nothing can bring it back: type it again."],
    { wrong: "Our caf� opens at nine.", right: "Our café opens at nine." },
  ),
  "content/past-copyright-year": guide(
    "Old year in the copyright notice",
    [
      "The notice still shows a past year, which makes the whole site look abandoned.",
      "Update the year, or let the template write the current one.",
    ],
    { wrong: "© 2019 Harbour Bakery", right: "© Harbour Bakery" },
  ),
  "content/past-date": guide(
    "Date that has passed",
    ["The text announces something for a day that is over.", "Write it in the past, give the next date, or remove it."],
    { wrong: "Register by 3 May 2026 for the course.", right: "Register by the first of each month for the course." },
  ),
  "content/default-title": guide(
    "Default title",
    [
      "The title or heading is still the one that the editor or the theme gave it.",
      "Search engines and browser tabs show it: write what the page is about.",
    ],
    { wrong: "Untitled Document", right: "Opening hours of the Harbour Bakery", kind: "title" },
  ),
  "content/empty-heading": guide(
    "Empty heading",
    [
      "There is a heading without any text, which screen readers announce nevertheless.",
      "Remove it, or write a heading; use spacing settings for space.",
    ],
    null,
  ),
} as const satisfies Readonly<Record<string, Guide>>;
