import { Card, CardHeader } from "#app/_components/card.tsx";
import { PauseForm } from "./pause-form.tsx";

/** Stops a site's daily checks for a while, or lets them go on. */
export function PauseCard({ siteId, pausedBy }: { siteId: string; pausedBy: "owner" | "plan" | null }) {
  return (
    <Card>
      <CardHeader title={pausedBy ? "Daily checks are paused" : "Pause the daily checks"}>
        {pausedBy === "plan"
          ? "Your plan watches fewer sites than you have. Resume this one when there is room: after another is paused or the plan is larger."
          : pausedBy
            ? "Nothing is read and no mail is sent. What is on record stays."
            : "While a site is rebuilt, for example. Nothing is read and no mail is sent; what is on record stays."}
      </CardHeader>
      <PauseForm siteId={siteId} paused={pausedBy !== null} />
    </Card>
  );
}
