import { Badge } from "#app/_components/badge.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import type { ChannelDeliveryView } from "#prisma/queries/channels/find-channels.ts";
import { plural } from "#worker/core/text/plural.ts";
import { answerText, deliveryState } from "#worker/core/view/channels/delivery-words.ts";

/** Messages that are seen at once; the others can be opened. */
const AT_ONCE = 10;

/** The last messages to a Channel, each with its time, content and answer. */
export function DeliveryList({ deliveries }: { deliveries: ChannelDeliveryView[] }) {
  if (deliveries.length === 0)
    return <p className="text-muted">None yet. The first follows when something changes on a site.</p>;
  const earlier = deliveries.slice(AT_ONCE);
  return (
    <>
      <Rows deliveries={deliveries.slice(0, AT_ONCE)} />
      {earlier.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer py-2 text-sm">Show {plural(earlier.length, "earlier message")}</summary>
          <Rows deliveries={earlier} />
        </details>
      )}
    </>
  );
}

function Rows({ deliveries }: { deliveries: ChannelDeliveryView[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {deliveries.map((delivery) => (
        <DeliveryRow key={delivery.id} delivery={delivery} />
      ))}
    </ul>
  );
}

function DeliveryRow({ delivery }: { delivery: ChannelDeliveryView }) {
  const { about, state, attempts, nextAttemptAt, createdAt, triedAt } = delivery;
  const { words, tone } = deliveryState(delivery);
  const answer = answerText(delivery);
  return (
    <li className="py-2.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={tone}>{words}</Badge>
        <span className="min-w-0">{about}</span>
      </p>
      <p className="text-sm text-muted">
        <LocalTime at={triedAt ?? createdAt} />
        {answer && ` · ${answer}`}
        {attempts > 1 && ` · ${plural(attempts, "attempt")}`}
        {state === "pending" && attempts > 0 && (
          <>
            {" "}
            · next attempt <LocalTime at={nextAttemptAt} />
          </>
        )}
      </p>
    </li>
  );
}
