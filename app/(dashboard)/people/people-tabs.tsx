import { NavTabs } from "#app/_components/nav-tabs.tsx";

/** Leads from the people of a Team to what they did. */
export function PeopleTabs() {
  return (
    <NavTabs
      label="Pages about your team"
      tabs={[
        { href: "/people", label: "People" },
        { href: "/people/activity", label: "Activity" },
      ]}
    />
  );
}
