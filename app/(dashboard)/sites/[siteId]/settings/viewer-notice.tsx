import { Banner } from "#app/_components/banner.tsx";

/** Shown to viewers in place of settings. */
export function ViewerNotice() {
  return (
    <Banner tone="info" title="You can view this site but not change its settings">
      Ask the team's owner to make you an editor.
    </Banner>
  );
}
