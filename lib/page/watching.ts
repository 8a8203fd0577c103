/** A frame, in milliseconds. */
const FRAME = 16;

/** After a call so many times as long nothing is looked at, where that is more than a frame: ten thousand cards take a while. */
const REST = 5;

/**
 * Calls back at most once a frame while the page changes under `root`; what we insert ourselves does not count.
 * One observer for everything: scanning on every callback costs 40 times as much as once a frame.
 * @param isOurs whether a node is one that we inserted
 */
export function watchPage(
  root: Node,
  isOurs: (node: Node) => boolean,
  changed: () => void,
  signal: AbortSignal,
): void {
  let isDue = false;
  let rested = 0;
  const observer = new MutationObserver((records) => {
    if (isDue || records.every((record) => isOnlyOurs(record, isOurs))) return;
    isDue = true;
    const wait = rested - performance.now();
    if (wait > FRAME) setTimeout(() => requestAnimationFrame(look), wait);
    else requestAnimationFrame(look);
  });
  function look(): void {
    isDue = false;
    if (signal.aborted) return;
    const began = performance.now();
    changed();
    const ended = performance.now();
    rested = ended + REST * (ended - began);
  }
  observer.observe(root, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['href'],
  });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Our insertions only: a control that the page removed is a change to answer. */
function isOnlyOurs(record: MutationRecord, isOurs: (node: Node) => boolean): boolean {
  return (
    record.type === 'childList' &&
    record.removedNodes.length === 0 &&
    [...record.addedNodes].every(isOurs)
  );
}
