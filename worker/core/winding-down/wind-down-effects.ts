import { WIND_DOWN_STAGES, type WindDownStage } from "./wind-down.ts";

/** The parts of the service that still work. */
export type WindDownEffects = {
  takesSignUps: boolean;
  /** Sells Plans and starts trials. */
  sells: boolean;
  crawls: boolean;
  /** People can change something. */
  takesChanges: boolean;
  /** Workers make the daily backup. After the archive none may push it out. */
  backsUp: boolean;
};

/** Returns which parts of the service work at a stage of its closing. */
export function windDownEffects(stage: WindDownStage): WindDownEffects {
  const isBefore = (other: WindDownStage) => WIND_DOWN_STAGES.indexOf(stage) < WIND_DOWN_STAGES.indexOf(other);
  return {
    takesSignUps: isBefore("announced"),
    sells: isBefore("announced"),
    crawls: isBefore("ended"),
    takesChanges: isBefore("ended"),
    backsUp: isBefore("archived"),
  };
}
