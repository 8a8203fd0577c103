import {
  type Control,
  clickControl,
  clickIfThere,
  findControl,
  findControls,
  findNone,
  focusControl,
} from '../harness/controls.ts';
import type { Surface } from '../harness/surface.ts';
import { until } from '../harness/until.ts';
import { closeTagList } from './editor.ts';
import { named } from './names.ts';

// The controls on the cards of a listing. `StarButton` is the same in the popup, so starring works there too.

/** The part of an annotation at which the editor opens. */
export type Part = 'tags' | 'note' | 'status';

const CHIP_NAMES = { tags: 'editTags', note: 'editNote', status: 'editStatus' } as const;

/** What is focused of the editor when it opens at a part. */
const FIELDS = {
  tags: { role: 'combobox', name: named('tagsLabel') },
  note: { role: 'textbox', name: named('noteLabel') },
  status: { role: 'radio' },
} as const;

// This name is a promise to those who automate their browser, so it is spelled out here.
const STAR = 'Star paper: ';

/** The names of the buttons on cards. */
export const BUTTONS_OF_CARDS = new RegExp(
  (['starPaper', 'editPaper', 'editTags', 'editStatus', 'editNote'] as const)
    .map((name) => `^${named(name, '')}`)
    .join('|'),
);

/** All stars that are there now, in the page's order. */
export async function findStars(surface: Surface): Promise<Control[]> {
  return findControls(surface, { role: 'button', name: new RegExp(`^${STAR}`) });
}

/**
 * Lets the cards out of sight be found too: the site's cards have `content-visibility: auto`, and Chromium leaves
 * those that were never on the screen out of the accessibility tree.
 */
export async function showAllCards(page: {
  evaluate(expression: string): Promise<unknown>;
}): Promise<void> {
  await page.evaluate(`document.head.append(Object.assign(document.createElement('style'),
    { textContent: '* { content-visibility: visible !important; }' }))`);
}

/** Waits until there are stars, and gives the titles of their papers, in the page's order. */
export async function titlesOnCards(surface: Surface, atLeast = 1): Promise<string[]> {
  const stars = await until(`${atLeast} stars on the cards`, async () => {
    const found = await findStars(surface);
    return found.length >= atLeast ? found : undefined;
  });
  return stars.map(({ name }) => name.slice(STAR.length));
}

/** Whether a control is pressed. */
export function isPressed({ states }: Control): boolean {
  return states['pressed'] === 'true';
}

/** Whether a card knows if its star is set: before it does, a star that is set looks like none to us. */
function isKnown({ states }: Control): boolean {
  return 'pressed' in states;
}

/** Clicks a paper's star, once it is known whether it is set, and waits until it shows. */
export async function toggleStar(surface: Surface, title: string): Promise<void> {
  const wanted = { role: 'button', name: STAR + title };
  const before = await findControl(surface, wanted, isKnown);
  await clickControl(surface, before);
  await findControl(surface, wanted, (now) => isPressed(now) !== isPressed(before));
}

/** Waits until a paper's star is set, or not. */
export async function expectStar(surface: Surface, title: string, starred: boolean): Promise<void> {
  await findControl(
    surface,
    { role: 'button', name: STAR + title },
    (star) => isKnown(star) && isPressed(star) === starred,
  );
}

/** Opens the editor on a card and goes to a part, by its chip where it has one. */
export async function openEditor(surface: Surface, title: string, part: Part): Promise<void> {
  const name = named('editPaper', title);
  const { chip } = await until(`the way to ${part} of ${title}`, async () => {
    const chip = await findChip(surface, title, part);
    const way = chip ?? (await findControl(surface, { role: 'button', name }));
    return (await clickIfThere(surface, way)) ? { chip } : undefined;
  });
  const within = await findControl(surface, { role: 'dialog', name: title });
  if (chip || part === 'tags') return;
  const field = await until(
    `the editor's field for ${part}`,
    async () => (await findControls(surface, { ...FIELDS[part], within }))[0],
  );
  await focusControl(surface, field);
}

/** The chip of a part that is set. */
export async function findChip(
  surface: Surface,
  title: string,
  part: Part,
): Promise<Control | undefined> {
  const name = named(CHIP_NAMES[part], title);
  return (await findControls(surface, { role: 'button', name }))[0];
}

/** Closes the editor on a card with Escape, which closes the list of tags first where that is open, or opens meanwhile. */
export async function closeEditor(surface: Surface): Promise<void> {
  await until('the editor to close', async () => {
    await closeTagList(surface);
    if ((await findControls(surface, { role: 'dialog' })).length > 0) await surface.press('Escape');
    return findNone(surface, { role: 'dialog' }, 1_000).then(
      () => true,
      () => undefined, // the list of tags came first
    );
  });
}

/** What a card shows of its tags, its note or its status, as a screen reader says it; nothing where that is not set. */
export async function partOnCard(surface: Surface, title: string, part: Part): Promise<string> {
  return (await findChip(surface, title, part))?.description ?? '';
}
