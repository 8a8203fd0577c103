import type { Status } from '../../../lib/papers/annotation.ts';
import { type Control, clickControl, findControl, findControls } from '../harness/controls.ts';
import type { Surface } from '../harness/surface.ts';
import { named } from './names.ts';

// The editor of one annotation: on a card, and in a row of the popup. One is open at a time.

/** The names of the statuses, as the picker shows them. */
export const STATUS_NAMES: Record<Status, string> = {
  'to-read': named('statusToRead'),
  reading: named('statusReading'),
  read: named('statusRead'),
};

const tagField = { role: 'combobox', name: named('tagsLabel') };
const noteField = { role: 'textbox', name: named('noteLabel') };

/** Types a tag into the open editor and ends it. */
export async function addTag(surface: Surface, tag: string): Promise<void> {
  await clickControl(surface, await findControl(surface, tagField));
  await surface.type(`${tag},`); // Enter may take another one that fits
  await findControl(surface, { role: 'button', name: named('removeTag', tag) });
}

/** Waits until a tag is half typed in the open editor. */
export async function expectHalfTyped(surface: Surface, typed: string): Promise<void> {
  await findControl(surface, tagField, ({ value }) => value === typed);
}

/** The tags that the open editor shows. */
export async function editorTags(surface: Surface): Promise<string[]> {
  const start = named('removeTag', '');
  const buttons = await findControls(surface, { role: 'button' });
  return buttons
    .filter(({ name }) => name.startsWith(start))
    .map(({ name }) => name.slice(start.length));
}

/** Closes the list of tags, which lies over what is below its field. */
export async function closeTagList(surface: Surface): Promise<void> {
  const lists = await findControls(surface, { role: 'listbox' });
  if (lists.length > 0) await surface.press('Escape');
}

/** Types at the end of the note in the open editor. */
export async function typeNote(surface: Surface, text: string): Promise<void> {
  const field = await findControl(surface, noteField);
  await closeTagList(surface);
  await clickControl(surface, field);
  await surface.type(text);
  await findControl(surface, noteField, ({ value }) => value.includes(text));
}

/** The note in the open editor. */
export async function editorNote(surface: Surface): Promise<string> {
  return (await findControl(surface, noteField)).value;
}

/** Picks a reading status in the open editor; null is none. */
export async function pickStatus(surface: Surface, status: Status | null): Promise<void> {
  const name = status === null ? named('statusNone') : STATUS_NAMES[status];
  await clickControl(surface, await findControl(surface, { role: 'radio', name }));
  await findControl(surface, { role: 'radio', name }, isChecked);
}

function isChecked({ states }: Control): boolean {
  return states['checked'] === 'true' || states['checked'] === true;
}
