// The list of the ways to sort: it offers those that a view has, and the page states the rule of the one in use.

/** @param {HTMLSelectElement} select @param {HTMLElement[]} rules */
export const sorting = (select, rules) => {
  const options = new Map([...select.options].map((option) => [option.value, option]));

  /** @param {string[]} offered @param {string} sort */
  const draw = (offered, sort) => {
    const shown = [...select.options].map(({ value }) => value);
    if (shown.join() !== offered.join()) select.replaceChildren(...offered.map((one) => options.get(one)));
    select.value = sort;
    for (const rule of rules) rule.hidden = rule.dataset.rule !== sort;
  };

  return { sorts: [...options.keys()], draw };
};
