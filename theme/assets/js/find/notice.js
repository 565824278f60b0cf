// What an address asks for in vain.

/** @param {HTMLElement} box */
export const notice = (box) => {
  const [unknown, lacking] = ["unknown", "lacking"].map((name) => box.querySelector(`[data-notice-${name}]`));

  /** @param {import("./state.js").State} view */
  const draw = ({ unknown: vain, lacksAnswers }) => {
    unknown.textContent = `The link asks for what is no filter here: ${vain.join(", ")}. The rest of it is on.`;
    unknown.hidden = !vain.length;
    lacking.hidden = !lacksAnswers;
    box.hidden = unknown.hidden && lacking.hidden;
  };

  return { draw };
};
