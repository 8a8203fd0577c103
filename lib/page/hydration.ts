/** After the page has loaded, how long its framework may still let us wait, in milliseconds. */
const LONGEST_WAIT = 2_000;

/** How long a page may take to load at all, in milliseconds: one picture that never comes holds `load` up for ever. */
const LONGEST_LOAD = 10_000;

/**
 * Resolves when the page's framework has taken over the nodes that the server sent: a node inserted before can
 * break a whole Svelte page (sveltejs/svelte#14920). A page whose framework never comes is waited for so long and
 * no longer.
 * @param awaits whether the page still looks as the server sent it
 */
export function hydration(
  document: Document,
  awaits: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    if (!awaits()) return resolve();

    let timer: ReturnType<typeof setTimeout> | undefined;
    const startTimer = (): void => {
      timer = setTimeout(finish, LONGEST_WAIT);
    };
    const observer = new MutationObserver(() => {
      if (!awaits()) finish();
    });
    function finish(): void {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(longest);
      window.removeEventListener('load', startTimer);
      signal.removeEventListener('abort', finish);
      resolve();
    }

    observer.observe(document, { childList: true, subtree: true });
    signal.addEventListener('abort', finish);
    const longest = setTimeout(finish, LONGEST_LOAD);
    if (document.readyState === 'complete') startTimer();
    else window.addEventListener('load', startTimer);
  });
}
