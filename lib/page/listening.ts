/**
 * Adds listeners, and adds them again whenever the page puts another root into its document: a page that writes itself
 * again (`document.open`) takes every listener off its document, its window and all nodes, ours too. What it listens to
 * itself in the same task comes before us (SECURITY.md).
 * @param listen adds the same functions each time: those that are still there are not added twice
 */
export function keepListening(document: Document, listen: () => void, signal?: AbortSignal): void {
  listen();
  const observer = new MutationObserver(listen);
  observer.observe(document, { childList: true });
  signal?.addEventListener('abort', () => observer.disconnect());
}
