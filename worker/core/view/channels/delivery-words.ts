type Answer = { status: number | null; ms: number | null; answer: string | null };

/** Returns the other side's answer in words: "It answered 404 in 120 ms: no_service". Without an answer, why there was none. */
export function answerText({ status, ms, answer }: Answer): string {
  if (status === null) return answer ?? "";
  const time = ms === null ? "" : ` in ${ms < 10_000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`}`;
  return answer ? `It answered ${status}${time}: ${answer}` : `It answered ${status}${time}.`;
}

type Delivery = { state: "pending" | "sending" | "sent" | "failed"; attempts: number };

/** Returns the state of a message in one or two words, with the tone of its badge. */
export function deliveryState({ state, attempts }: Delivery): {
  words: string;
  tone: "success" | "danger" | "warning" | "neutral";
} {
  switch (state) {
    case "sent":
      return { words: "sent", tone: "success" };
    case "failed":
      return { words: attempts === 0 ? "not sent" : "failed", tone: "danger" };
    case "pending":
      return attempts === 0 ? { words: "waiting", tone: "neutral" } : { words: "will be tried again", tone: "warning" };
    case "sending":
      return { words: "being sent", tone: "neutral" };
  }
}

type Channel = { stoppedBy: "person" | "failing" | "gone" | null; failingSince: Date | null };

/** Returns the state of a Channel in one or two words, with the tone of its badge. */
export function channelState({ stoppedBy, failingSince }: Channel): {
  words: string;
  tone: "success" | "danger" | "warning" | "neutral";
} {
  if (stoppedBy === "person") return { words: "paused", tone: "neutral" };
  if (stoppedBy !== null) return { words: "switched off", tone: "danger" };
  return failingSince ? { words: "failing", tone: "warning" } : { words: "on", tone: "success" };
}
