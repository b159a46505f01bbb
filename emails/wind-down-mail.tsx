import { windDownDay } from "#worker/core/winding-down/wind-down-words.ts";
import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";

type Notice = Payload<"wind_down">;
type Props = Notice & { links: MailLinks };

/** Returns the heading, which is the subject, too. */
export function windDownHeading({ notice, endsAt }: Pick<Notice, "notice" | "endsAt">): string {
  const day = windDownDay(new Date(endsAt));
  switch (notice) {
    case "announcement":
      return `Flawless closes on ${day}`;
    case "reminder":
      return `Flawless closes soon: on ${day}`;
    case "withdrawal":
      return "Flawless does not close after all";
  }
}

function paragraphsOf({ notice, endsAt, readableUntil, isPaying }: Notice): string[] {
  const [day, until] = [windDownDay(new Date(endsAt)), windDownDay(new Date(readableUntil))];
  if (notice === "withdrawal")
    return [
      `We announced that Flawless closes on ${day}. We have taken that back: Flawless goes on, and you have nothing to do.`,
      "A subscription that was running then renews again as before. If yours has ended meanwhile, your team is on Free; choose a plan if you want it back.",
    ];
  const money = isPaying
    ? `You pay nothing more: we have stopped the renewal of your subscription, and you keep your plan until then. If you have paid for time after ${day}, we send that part of the money back to you. You need not ask for it.`
    : "We charge you nothing, and your team keeps its plan until then.";
  return [
    `On ${day} we stop crawling websites and mailing reports. Until then everything works as before.`,
    money,
    `Until ${until} you can still sign in, read everything, and download it: your team’s data in one archive, under “People”, and your invoices, under “Plan and billing”. After that day we delete it all, except for one encrypted copy that we keep as long as the law requires.`,
    notice === "announcement"
      ? "We write to you once more a week before the end. Please tell the others in your team. Thank you for your trust."
      : "Please download now what you want to keep, and tell the others in your team. Thank you for your trust.",
  ];
}

export default function WindDownMail({ links, ...about }: Props) {
  const paragraphs = paragraphsOf(about);
  const isWithdrawn = about.notice === "withdrawal";
  return (
    <MailFrame
      preview={paragraphs[0] ?? ""}
      homeUrl={links.home}
      footer={{ reason: "You get this mail because you own a team at Flawless.", settingsUrl: null, unsubscribeUrl: null }}
    >
      <MailHeading>{windDownHeading(about)}</MailHeading>
      {paragraphs.map((paragraph) => (
        <MailParagraph key={paragraph}>{paragraph}</MailParagraph>
      ))}
      <MailButton href={isWithdrawn ? links.billing : links.people}>
        {isWithdrawn ? "See your plan" : "Download your data"}
      </MailButton>
    </MailFrame>
  );
}

WindDownMail.PreviewProps = {
  notice: "announcement",
  endsAt: "2027-01-15T00:00:00.000Z",
  readableUntil: "2027-02-14T00:00:00.000Z",
  isPaying: true,
  links: makeMailLinks("https://flawless.example"),
} satisfies Props;
