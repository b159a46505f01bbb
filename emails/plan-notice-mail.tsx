import { GRACE_DAYS } from "#worker/core/billing/grace-ends-at.ts";
import { PLANS } from "#worker/core/plans.ts";
import { plural } from "#worker/core/text/plural.ts";
import type { MailLinks } from "./links.ts";
import { makeMailLinks } from "./links.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailButton, MailHeading, MailParagraph } from "./mail-text.tsx";
import type { Payload } from "./payloads.ts";

type Props = Payload<"plan_notice"> & { links: MailLinks };
type Words = { heading: string; what: string; next: string; button: string };

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** Returns the wording of a notice; its heading is the subject, too. */
export function planNoticeWords({ notice, plan, day, pausedSites }: Omit<Payload<"plan_notice">, "teamName">): Words {
  const { name } = PLANS[plan];
  const when = DAY.format(new Date(day));
  const free = plural(PLANS.free.sites, "site");
  const paused =
    pausedSites === 0
      ? "All your sites fit into Free and stay active."
      : `Free includes ${free}, so we paused ${plural(pausedSites, "site")}. We deleted nothing.`;
  switch (notice) {
    case "trial_ending":
      return {
        heading: `Your free trial of ${name} ends on ${when}`,
        what: `Then your team goes back to Free, which includes ${free}: we pause the newest of the others and delete nothing.`,
        next: `To keep ${name}, choose it before that day. We have no card of yours, so nothing is charged by itself.`,
        button: `Keep ${name}`,
      };
    case "trial_ended":
      return {
        heading: `Your free trial of ${name} has ended`,
        what: `Your team is on Free now, and nothing was charged. ${paused}`,
        next: `If you choose ${name}, everything goes on where it stopped.`,
        button: "See the plans",
      };
    case "payment_failed":
      return {
        heading: `We could not charge your card for ${name}`,
        what: `Your bank or card refused the payment. ${name} stays active until ${when}, and we try the card again before that.`,
        next: `Check your card, or give another one. If the payment fails for ${plural(GRACE_DAYS, "day")}, your team goes back to Free until it is paid.`,
        button: "Check the card",
      };
    case "payment_overdue":
      return {
        heading: `${name} is paused, because the payment failed`,
        what: `We could not charge your card for ${plural(GRACE_DAYS, "day")}, so your team is no longer on ${name}. ${paused}`,
        next: "As soon as the payment arrives, your plan and your sites go on by themselves.",
        button: "Check the card",
      };
  }
}

export default function PlanNoticeMail({ teamName, links, ...about }: Props) {
  const { heading, what, next, button } = planNoticeWords(about);
  return (
    <MailFrame
      preview={what}
      homeUrl={links.home}
      footer={{ reason: `You get this mail because you own the team “${teamName}”.`, settingsUrl: null, unsubscribeUrl: null }}
    >
      <MailHeading>{heading}</MailHeading>
      <MailParagraph>{what}</MailParagraph>
      <MailParagraph>{next}</MailParagraph>
      <MailButton href={links.billing}>{button}</MailButton>
    </MailFrame>
  );
}

PlanNoticeMail.PreviewProps = {
  notice: "payment_failed",
  teamName: "Harbour Bakery",
  plan: "pro",
  day: "2026-12-06T09:30:00.000Z",
  pausedSites: 0,
  links: makeMailLinks("https://flawless.example"),
} satisfies Props;
