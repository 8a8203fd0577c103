import type { CDPSession } from 'playwright';
import type { Control, Wanted } from './controls.ts';

// Chromium's controls, by its accessibility tree: it reaches into closed shadow roots.

/** See `findControls`. */
export async function findInDevTools(
  { send }: { send: CDPSession['send'] },
  wanted: Wanted,
): Promise<Control[]> {
  const { root } = await send('DOM.getDocument', { depth: 0 });
  const { nodes } = await send('Accessibility.queryAXTree', {
    ...(wanted.within ? { backendNodeId: wanted.within.node } : { nodeId: root.nodeId }),
    role: wanted.role,
    ...(typeof wanted.name === 'string' ? { accessibleName: wanted.name } : {}),
  }).catch((error: unknown) => {
    // A document that another one has just replaced has none of it.
    if (!wanted.within && String(error).includes('Could not find node')) return { nodes: [] };
    throw error;
  });
  return nodes
    .filter((node) => !node.ignored)
    .map((node) => ({
      role: wanted.role,
      name: String(node.name?.value ?? ''),
      value: String(node.value?.value ?? ''),
      description: String(node.description?.value ?? ''),
      states: Object.fromEntries(
        (node.properties ?? []).map(({ name, value }) => [name, value.value]),
      ),
      node: node.backendDOMNodeId ?? 0,
    }));
}

/** Clicks a control where it is on the screen. */
export async function clickInDevTools(
  surface: { send: CDPSession['send']; click(x: number, y: number): Promise<void> },
  control: Control,
): Promise<void> {
  const backendNodeId = control.node;
  await surface.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { quads } = await surface.send('DOM.getContentQuads', { backendNodeId });
  const [x1, y1, , , x2, y2] = quads[0] ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) {
    throw new Error(`The ${control.role} "${control.name}" has no place on the screen.`);
  }
  await surface.click((x1 + x2) / 2, (y1 + y2) / 2);
}
