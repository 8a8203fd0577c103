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
  /** The element behind it, by the number that its surface has for it. */
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
  const controls = await surface.find(wanted);
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
export async function findNone(
  surface: Surface,
  wanted: Wanted,
  timeoutMs?: number,
): Promise<void> {
  const isGone = async () => (await findControls(surface, wanted)).length === 0 || undefined;
  await until(`${spell(wanted)} to go`, isGone, timeoutMs);
}

/** Clicks a control where it is on the screen, with the trusted mouse. */
export function clickControl(surface: Surface, control: Control): Promise<void> {
  return surface.clickOn(control);
}

/**
 * The same; false where the page has replaced it. The accessibility tree may have a control for a moment that its page
 * has taken away.
 */
export function clickIfThere(surface: Surface, control: Control): Promise<boolean> {
  return surface.clickOn(control).then(
    () => true,
    (error: unknown) => {
      if (String(error).includes('Node is detached from document')) return false;
      throw error;
    },
  );
}

/** Gives a control the focus, as Tab would. */
export function focusControl(surface: Surface, control: Control): Promise<void> {
  return surface.focusOn(control);
}

function spell({ role, name }: Wanted): string {
  return name === undefined ? `one ${role}` : `one ${role} named ${String(name)}`;
}

function describe(found: Control[]): string {
  if (found.length === 0) return 'none';
  return `${found.length}: ${found.map((c) => `${c.name} ${JSON.stringify(c.states)}`).join('; ')}`;
}
