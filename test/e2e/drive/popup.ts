import type { Download, Page } from 'playwright';
import { type Control, clickControl, findControl, findControls } from '../harness/controls.ts';
import type { Surface } from '../harness/surface.ts';
import { until } from '../harness/until.ts';
import { named } from './names.ts';

/** The two views of the popup. */
export type View = 'page' | 'list';

const TABS = { page: named('tabPage'), list: named('tabList') };

const isSelected = ({ states }: Control): boolean => String(states['selected']) === 'true';

/** Shows one of the popup's views. */
export async function showView(surface: Surface, view: View): Promise<void> {
  const wanted = { role: 'tab', name: new RegExp(`^${TABS[view]}`) };
  await until(`the view ${view}`, async () => {
    const tab = await findControl(surface, wanted);
    if (isSelected(tab)) return true;
    // The counts that come make the tabs wider: a click may go where the tab was.
    await clickControl(surface, tab);
    return isSelected(await findControl(surface, wanted)) || undefined;
  });
}

/** Which view is shown; waits for a popup that has just been opened. */
export async function shownView(surface: Surface): Promise<View> {
  const selected = await until('a selected tab', async () => {
    const tabs = await findControls(surface, { role: 'tab' });
    return tabs.find(isSelected);
  });
  return selected.name.startsWith(TABS.page) ? 'page' : 'list';
}

/** The titles of the rows that exist now, in their order. */
export async function titlesInList(surface: Surface): Promise<string[]> {
  return (await findControls(surface, { role: 'listitem' })).map(({ name }) => name);
}

/**
 * Waits until the list has these rows, in this order.
 * @param among how many rows are looked at: those far out of sight are not in the accessibility tree
 */
export async function expectRows(
  surface: Surface,
  titles: readonly string[],
  among?: number,
): Promise<void> {
  let found: string[] = [];
  await until(
    () => `the rows ${JSON.stringify(titles)}; there are ${JSON.stringify(found)}`,
    async () => {
      found = (await titlesInList(surface)).slice(0, among);
      return JSON.stringify(found) === JSON.stringify(titles) ? true : undefined;
    },
  );
}

/** Waits for a paper's row. */
export async function findRow(surface: Surface, title: string): Promise<void> {
  await findControl(surface, { role: 'listitem', name: title });
}

/** Unfolds a row's editor. */
export async function openRowEditor(surface: Surface, title: string): Promise<void> {
  const wanted = { role: 'button', name: named('editPaper', title) };
  await clickControl(surface, await findControl(surface, wanted));
  await findControl(surface, wanted, ({ states }) => states['expanded'] === true);
}

/** Presses a button of the popup by its text. */
export async function press(surface: Surface, name: string): Promise<void> {
  await clickControl(surface, await findControl(surface, { role: 'button', name }));
}

/** Types into the search field. */
export async function search(surface: Surface, words: string): Promise<void> {
  await clickControl(surface, await findControl(surface, { role: 'searchbox' }));
  await surface.type(words);
}

/** Presses "Export JSON" and gives the file that comes. */
export async function exportJson(popup: Page): Promise<Download> {
  const [download] = await Promise.all([
    popup.waitForEvent('download', { timeout: 15_000 }),
    popup.getByRole('button', { name: named('exportJson') }).click(),
  ]);
  return download;
}
