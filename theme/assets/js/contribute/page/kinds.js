// A case at its two depths: what a story of one depth becomes in the other. No DOM.

const isFilled = ({ text }) => text.trim() !== "";

/**
 * Nothing is lost: a brief has all of the text in one piece; a case study gets that piece as what was done.
 * @param {import("./data.js").Values} values @param {string} kind @param {import("./spec.js").Spec} spec
 */
export const asKind = (values, kind, spec) => {
  const headings = spec.sections(kind).map(({ heading }) => heading);
  const fits = ({ heading }) => headings.includes(heading);
  const kept = values.story.filter(fits);
  const moved = values.story.filter((one) => !fits(one) && isFilled(one));
  if (!moved.length) return { ...values, kind, story: kept };
  if (headings.includes("")) return { ...values, kind, story: [joined("", [...kept, ...moved])] };
  const target = headings[1] ?? headings[0];
  const own = kept.filter(({ heading }) => heading === target);
  const others = kept.filter(({ heading }) => heading !== target);
  const story = [...others, joined(target, [...own, ...moved])];
  return { ...values, kind, story: story.sort((one, other) => headings.indexOf(one.heading) - headings.indexOf(other.heading)) };
};

const joined = (heading, sections) => ({
  heading,
  text: sections.filter(isFilled).map(({ text }) => text.trim()).join("\n\n"),
  format: sections.some(({ format }) => format === "markdown") ? "markdown" : "plain",
});
