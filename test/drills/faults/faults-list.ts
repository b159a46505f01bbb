import { join } from "node:path";
import type { Fault } from "./fault.ts";
import { fullDisk } from "./full-disk.ts";
import { fullPictures } from "./full-pictures.ts";
import { lostPackets } from "./lost-packets.ts";
import { noNames } from "./no-names.ts";
import { FAKETIME, NFT } from "./private-machine.ts";
import { wrongClock } from "./wrong-clock.ts";

/** All faults by name. `folder`: where the unpacked programs are. */
export const FAULTS: Record<string, (folder: string) => Fault> = {
  "disk-full": () => fullDisk(),
  "pictures-full": () => fullPictures(),
  "clock-ahead": (folder) => wrongClock("clock-ahead", "+1h", join(folder, FAKETIME)),
  "clock-behind": (folder) => wrongClock("clock-behind", "-1h", join(folder, FAKETIME)),
  "dns-down": () => noNames(),
  "loss-to-sites": (folder) => lostPackets("loss-to-sites", "sites", join(folder, NFT)),
  "loss-to-mail-server": (folder) => lostPackets("loss-to-mail-server", "smtp", join(folder, NFT)),
};
