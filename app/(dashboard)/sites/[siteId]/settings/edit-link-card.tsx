import { Card, CardHeader } from "#app/_components/card.tsx";
import { EditLinkForm } from "./edit-link-form.tsx";

type Props = { siteId: string; startUrl: string; editPattern: string | null };

/** Chooses the system that a site is edited with, for the links from its issues. */
export function EditLinkCard({ siteId, startUrl, editPattern }: Props) {
  return (
    <Card>
      <CardHeader title="Where you edit this site">
        Each issue and each page gets a link to your editor. We only make the link and never sign in there.
      </CardHeader>
      <EditLinkForm siteId={siteId} startUrl={startUrl} editPattern={editPattern} />
    </Card>
  );
}
