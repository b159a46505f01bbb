import clsx from "clsx";
import type { PictureView } from "#prisma/queries/pictures/picture-view.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { cropAround } from "./crop-around.ts";
import { MARK_LOOK, placeIn } from "./mark-style.ts";
import { pictureUrl } from "./picture-url.ts";

/** Width to height of the box, which never changes, so that the page does not move while the picture loads. */
const RATIO = 16 / 9;

type Props = {
  siteId: string;
  picture: PictureView;
  issueId: string;
  /** The mistake in words, for those who do not see the picture. */
  mistake: string;
  /** Shows one of several places on the page; defaults to the first. */
  occurrenceId?: string;
};

/** The part of a page's picture around an Issue, with the mistake marked. Shows nothing if the picture has no mark for it. */
export function IssuePicture({ siteId, picture, issueId, mistake, occurrenceId }: Props) {
  const ofIssue = picture.marks.filter((mark) => mark.issueId === issueId);
  const mark = ofIssue.find((one) => one.occurrenceId === occurrenceId) ?? ofIssue[0];
  if (!mark) return null;
  const crop = cropAround(mark.rects, picture, RATIO);
  const page = picture.title || shownAddress(picture.url);
  return (
    <div
      className="relative overflow-hidden rounded-control border border-line bg-sunken"
      style={{ aspectRatio: String(RATIO) }}
    >
      {/* biome-ignore lint/performance/noImgElement: a private picture that is cropped by style; Next would fetch it without the session. */}
      <img
        src={pictureUrl(siteId, picture.id)}
        alt={`Part of the page “${page}” with “${mistake}” marked`}
        width={picture.width}
        height={picture.height}
        loading="lazy"
        decoding="async"
        className="absolute max-w-none"
        style={placeIn({ x: 0, y: 0, width: picture.width, height: picture.height }, crop)}
      />
      {mark.rects.map((rect) => (
        <span key={`${rect.x} ${rect.y}`} aria-hidden className={clsx("absolute", MARK_LOOK)} style={placeIn(rect, crop)} />
      ))}
    </div>
  );
}
