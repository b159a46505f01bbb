"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#app/_components/button.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { removeChannelAction } from "#app/_verbs/channels/remove-channel-action.ts";
import { restoreChannelAction } from "#app/_verbs/channels/restore-channel-action.ts";

type RemoveChannelButtonProps = { channelId: string; name: string; leaves?: boolean };

/** Removes a Channel, with an undo. `leaves`: this is the Channel's own page, which is left for the list. */
export function RemoveChannelButton({ channelId, name, leaves = false }: RemoveChannelButtonProps) {
  const [busy, start] = useTransition();
  const toast = useToast();
  const router = useRouter();
  const restore = () =>
    start(async () => {
      const { error, done } = await restoreChannelAction({ channelId });
      toast({ words: error ?? done ?? "" });
    });
  const remove = () =>
    start(async () => {
      const { error } = await removeChannelAction({ channelId });
      if (error) return toast({ words: error });
      if (leaves) router.push("/channels");
      toast({ words: `We removed the channel “${name}”.`, undo: restore });
    });
  return (
    <Button
      size="small"
      variant="quiet"
      className={leaves ? undefined : "-mr-2.5 text-muted"}
      aria-disabled={busy}
      onClick={() => !busy && remove()}
    >
      <Trash2 aria-hidden className="size-4" />
      <span className={leaves ? undefined : "sr-only sm:not-sr-only"}>
        Remove<span className="sr-only"> {name}</span>
      </span>
    </Button>
  );
}
