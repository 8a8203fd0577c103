import type { Surface } from './surface.ts';
import { until } from './until.ts';

// Controls on cards are in closed shadow roots: only the accessibility tree reaches them, as a screen reader does.

/** A control as a screen reader meets it. */
export interface Control {
  role: string;
  name: string;
  /** What is typed into a field. */
  value: string;
  description: string;
  /** Pressed, checked, expanded, …: as the accessibility tree has them. */
  states: Record<string, unknown>;
  /** The element behind it, for the DevTools protocol. */
  node: number;
}

/** What is looked for; `within` looks inside one control only. */
export interface Wanted {
  role: string;
  name?: string | RegExp;
  within?: Control;
}

/** All controls of a role (and a name) that are there now, in the page's order. */
export async function findControls(surface: Surface, wanted: Wanted): Promise<Control[]> {
  const { root } = await surface.send('DOM.getDocument', { depth: 0 });
  const { nodes } = await surface.send('Accessibility.queryAXTree', {
    ...(wanted.within ? { backendNodeId: wanted.within.node } : { nodeId: root.nodeId }),
    role: wanted.role,
    ...(typeof wanted.name === 'string' ? { accessibleName: wanted.name } : {}),
  });
  const controls = nodes
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
  const { name } = wanted;
  return name instanceof RegExp ? controls.filter((control) => name.test(control.name)) : controls;
}

/** Waits for the one control that fits, and that passes `ready`. More than one is an error: nobody could tell them apart. */
export async function findControl(
  surface: Surface,
  wanted: Wanted,
  ready: (control: Control) => boolean = () => true,
): Promise<Control> {
  let found: Control[] = [];
  return until(
    () => `${spell(wanted)}; there ${found.length === 1 ? 'is' : 'are'} ${describe(found)}`,
    async () => {
      found = await findControls(surface, wanted);
      const [only] = found;
      return found.length === 1 && only !== undefined && ready(only) ? only : undefined;
    },
  );
}

/** Waits until no control fits. */
export async function findNone(surface: Surface, wanted: Wanted): Promise<void> {
  await until(`${spell(wanted)} to go`, async () =>
    (await findControls(surface, wanted)).length === 0 ? true : undefined,
  );
}

/** Clicks a control where it is on the screen, with the trusted mouse. */
export async function clickControl(surface: Surface, control: Control): Promise<void> {
  const backendNodeId = control.node;
  await surface.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { quads } = await surface.send('DOM.getContentQuads', { backendNodeId });
  const [x1, y1, , , x2, y2] = quads[0] ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) {
    throw new Error(`The ${control.role} "${control.name}" has no place on the screen.`);
  }
  await surface.click((x1 + x2) / 2, (y1 + y2) / 2);
}

/** Gives a control the focus, as Tab would. */
export async function focusControl(surface: Surface, control: Control): Promise<void> {
  await surface.send('DOM.focus', { backendNodeId: control.node });
}

function spell({ role, name }: Wanted): string {
  return name === undefined ? `one ${role}` : `one ${role} named ${String(name)}`;
}

function describe(found: Control[]): string {
  if (found.length === 0) return 'none';
  return `${found.length}: ${found.map((c) => `${c.name} ${JSON.stringify(c.states)}`).join('; ')}`;
}
