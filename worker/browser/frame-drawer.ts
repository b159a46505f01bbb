import type { CDPSession } from "playwright";

/** Draws the frames of one tab, which the browser does not draw by itself. */
export type FrameDrawer = {
  /** Draws one frame at a time of the page's virtual clock, or now. Resolves when the page has done all that a frame brings. */
  draw(ticks?: number): Promise<void>;
  /** Draws frame after frame, as for a screen, until the returned function is called. */
  start(): () => void;
};

/** Time between frames: that of a common screen. */
const FRAME_MS = 16;

/** Returns a tab's drawer of frames; null if this browser draws them by itself, as all but Chromium's headless shell do. */
export async function makeFrameDrawer(session: CDPSession): Promise<FrameDrawer | null> {
  const draw = async (ticks?: number) => {
    const at = ticks === undefined ? {} : { frameTimeTicks: ticks };
    await session.send("HeadlessExperimental.beginFrame", { noDisplayUpdates: true, ...at });
  };
  const isAble = await draw().then(
    () => true,
    () => false,
  );
  if (!isAble) return null;
  // A page that is being replaced by the next one takes no frame, which is no fault: the next one draws the next page.
  const drawIfAny = (ticks?: number) => draw(ticks).catch(() => undefined);
  const start = () => {
    let isOn = true;
    const go = async () => {
      while (isOn) {
        await drawIfAny();
        await new Promise((resolve) => setTimeout(resolve, FRAME_MS));
      }
    };
    void go();
    return () => {
      isOn = false;
    };
  };
  return { draw: drawIfAny, start };
}
