// Views and the history of the browser: each choice is a step; a term that is being typed is none until it is entered.

/**
 * @template S
 * @param {(state: S) => string} write the query of a view
 * @param {(state: S) => unknown} mark what the browser remembers beside an address
 */
export const views = (write, mark) => {
  /** The step before the typing began. @type {{query: string, mark: unknown} | undefined} */
  let before;

  const address = (query) => `${location.pathname}${query}`;
  const replace = (state) => history.replaceState(mark(state), "", address(write(state)));
  const push = (state) => {
    if (write(state) !== location.search) history.pushState(mark(state), "", address(write(state)));
  };

  /** A view on the way to another. @param {S} state */
  const draft = (state) => {
    before ??= { query: location.search, mark: history.state };
    replace(state);
  };

  /** A view to which Back returns. @param {S} state */
  const commit = (state) => {
    if (before) history.replaceState(before.mark, "", address(before.query));
    before = undefined;
    push(state);
  };

  /** Forgets what was being typed: the browser has gone elsewhere. */
  const leave = () => { before = undefined; };

  return { draft, commit, replace, leave };
};
