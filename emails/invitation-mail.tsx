import { quotableName } from "#worker/core/people/quotable-name.ts";
import { plural } from "#worker/core/text/plural.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";

type Props = Payload<"invitation"> & { homeUrl: string };

const ROLES = {
  owner: { name: "an owner", may: "do everything, also invite people and change the plan" },
  editor: { name: "an editor", may: "settle issues and change settings" },
  viewer: { name: "a viewer", may: "see reports and issues" },
} as const;
const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short", timeZone: "UTC" });

/**
 * Invites an address to a Team. The inviter chose both names in it, so they are shown as plain text and only if they are short: Flawless must not
 * be used for advertising.
 */
export default function InvitationMail({ url, invitedBy, teamName, role, siteCount, expiresAt, homeUrl }: Props) {
  const inviter = quotableName(invitedBy);
  const team = quotableName(teamName);
  return (
    <MailFrame
      preview="Open the link to join. You need no account yet."
      homeUrl={homeUrl}
      footer={{
        reason:
          "You get this mail because an owner of a team at Flawless entered your address. If you do not know what this is about, ignore it: nothing happens, and we write no more.",
        settingsUrl: null,
        unsubscribeUrl: null,
      }}
    >
      <MailHeading>You are invited to a team</MailHeading>
      <MailParagraph>
        {inviter ?? "Someone"} invites you to {team ? `the team “${team}”` : "a team"} at Flawless, which checks websites for
        mistakes every day.
      </MailParagraph>
      <MailParagraph>
        You join as {ROLES[role].name} for {siteCount === null ? "all its sites" : plural(siteCount, "site")}: you can{" "}
        {ROLES[role].may}.
      </MailParagraph>
      <MailButton href={url}>See the invitation</MailButton>
      <MailParagraph>The link works once, until {DATE.format(new Date(expiresAt))} UTC.</MailParagraph>
    </MailFrame>
  );
}

InvitationMail.PreviewProps = {
  url: "https://flawless.example/invitation/sample",
  invitedBy: "anna@harbour-bakery.example",
  teamName: "Harbour Bakery",
  role: "editor",
  siteCount: 2,
  expiresAt: "2026-12-06T09:30:00.000Z",
  homeUrl: "https://flawless.example",
} satisfies Props;
