// Runs in the page, after axe: what a test asks of it.
globalThis.probe = {
  toTop: () => scrollTo({ top: 0, behavior: 'instant' }),

  /** Empty, or what makes the page scroll sideways. */
  overflow() {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const all = [...document.querySelectorAll('body *')];
    const wide = all.filter((each) => each.getBoundingClientRect().right > innerWidth);
    const named = wide.slice(0, 3).map((each) => each.outerHTML.slice(0, 120));
    return [`scrolls sideways (${scrollWidth} px): ${named.join(' | ')}`];
  },

  /** Everything axe holds against WCAG 2.2 AA. */
  async axe() {
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
      preload: false,
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  },

  scriptBytes() {
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => /\.js(\?|$)/.test(name));
    return scripts.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0);
  },
};
