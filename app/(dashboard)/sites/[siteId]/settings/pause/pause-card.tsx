import { Card, CardHeader } from "#app/_components/card.tsx";
import { PauseForm } from "./pause-form.tsx";

/** Pauses or resumes a site's daily crawls. */
export function PauseCard({ siteId, pausedBy }: { siteId: string; pausedBy: "owner" | "plan" | null }) {
  return (
    <Card>
      <CardHeader title={pausedBy ? "Daily crawls are paused" : "Pause the daily crawls"}>
        {pausedBy === "plan"
          ? "You have more sites than your plan includes. To resume this one, pause another site or choose a larger plan."
          : pausedBy
            ? "We do not read the site and send no mail. We keep its report and history."
            : "For example while you rebuild the site. We do not read it and send no mail, but we keep its report and history."}
      </CardHeader>
      <PauseForm siteId={siteId} paused={pausedBy !== null} />
    </Card>
  );
}
