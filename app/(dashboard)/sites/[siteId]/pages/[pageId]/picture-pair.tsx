import { LocalTime } from "#app/_components/local-time.tsx";
import type { PictureView } from "#prisma/queries/pictures/picture-view.ts";
import { pictureUrl } from "../../_pictures/picture-url.ts";

type Props = { siteId: string; before: PictureView; after: PictureView };

/** Pictures of a page before and after a change, side by side; on a phone one above the other. */
export function PicturePair({ siteId, before, after }: Props) {
  return (
    <div className="mb-6 grid gap-4 sm:grid-cols-2">
      <Half siteId={siteId} name="Before" picture={before} />
      <Half siteId={siteId} name="After" picture={after} />
    </div>
  );
}

function Half({ siteId, name, picture }: { siteId: string; name: string; picture: PictureView }) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1.5 text-sm">
        <span className="font-medium">{name}</span>{" "}
        <span className="text-muted">
          · <LocalTime at={picture.takenAt} />
        </span>
      </figcaption>
      <section
        aria-label={`Picture of the page ${name.toLowerCase()}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard.
        tabIndex={0}
        className="max-h-[60vh] overflow-auto overscroll-contain rounded-control border border-line bg-sunken"
      >
        {/* biome-ignore lint/performance/noImgElement: a private picture; Next would fetch it without the session. */}
        <img
          src={pictureUrl(siteId, picture.id)}
          alt={`The page ${name.toLowerCase()} the change`}
          width={picture.width}
          height={picture.height}
          loading="lazy"
          decoding="async"
          className="h-auto w-full"
        />
      </section>
    </figure>
  );
}
