// The reader's own plan. It is kept on this device only; where the device takes nothing it lasts as long as the page.
import { drop, keep, kept, onChange } from "../kept.js";
import { cleaned, isFilled } from "./plan.js";

const KEY = "what-works-plan";

/** @param {import("./plan.js").Sheet} sheet */
export const own = (sheet) => cleaned(sheet, kept(KEY, {}));

/** @param {import("./plan.js").Plan} plan @returns {boolean} whether the device took it */
export const put = (plan) => {
  const isTaken = keep(KEY, plan);
  if (isTaken && !isFilled(plan)) drop(KEY);
  return isTaken;
};

/** Calls back when another page of the site has changed the plan. @param {() => void} act */
export const onOtherPage = (act) => onChange(KEY, act);
