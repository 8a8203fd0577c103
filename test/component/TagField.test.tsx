import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/tokens.css';
import '../../components/annotation/annotation.css';
import { TagField, type TagFieldProps } from '../../components/annotation/TagField';
import { createTagMemory, keepTagMemoryIn } from '../../components/annotation/tagMemory';
import { takeEnglishTexts } from './englishTexts';

const IN_USE = [
  { tag: 'robots', count: 9 },
  { tag: 'reinforcement learning', count: 3 },
  { tag: 'vision-language-action', count: 2 },
  { tag: 'agents', count: 1 },
  { tag: 'vision', count: 1 },
];
const kept = new Map<string, unknown>();
const memory = {
  get: async (keys: string[]) => Object.fromEntries(keys.map((key) => [key, kept.get(key)])),
  set: async (values: object) => {
    for (const [key, value] of Object.entries(values)) kept.set(key, value);
  },
  remove: async (key: string) => void kept.delete(key),
};
let place: HTMLElement;
let tags: string[];

function Field({ start, ...props }: { start: string[] } & Partial<TagFieldProps>) {
  const [current, setCurrent] = useState(start);
  tags = current;
  return (
    <>
      <TagField
        tags={current}
        inUse={IN_USE}
        onAdd={(tag) => setCurrent((before) => [...before, tag])}
        onRemove={(tag) => setCurrent((before) => before.filter((other) => other !== tag))}
        of="arxiv:2604.00001"
        focus
        {...props}
      />
      <button type="button">Elsewhere</button>
    </>
  );
}

function show(start: string[] = [], props: Partial<TagFieldProps> = {}): HTMLInputElement {
  render(<Field start={start} {...props} />, place);
  const input = place.querySelector<HTMLInputElement>('input[role=combobox]');
  if (!input) throw new Error('no combobox');
  return input;
}

function rows(): string[] {
  const shown = place.querySelectorAll('[role=listbox]:not([hidden]) [role=option]');
  return [...shown].map(({ textContent }) => textContent ?? '');
}

function marked(input: HTMLInputElement): string | undefined {
  const row = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
  if (row) expect(row.ariaSelected).toBe('true');
  return row?.textContent ?? undefined;
}

beforeEach(() => {
  takeEnglishTexts();
  kept.clear();
  keepTagMemoryIn(memory);
  place = document.createElement('div');
  document.body.append(place);
});
afterEach(() => {
  render(null, place);
  place.remove();
});

test.each<[string, string[], string, string[], string]>([
  // keys, the tags before, what they do, the tags after, what is left in the field
  ['plan{Enter}', [], 'Enter takes the last row where nothing fits', ['plan'], ''],
  ['visi{Enter}', [], 'Enter takes the first that fits', ['vision-language-action'], ''],
  ['vision{Enter}', [], 'Enter takes the same one first', ['vision'], ''],
  ['visi{Control>}{Enter}{/Control}', [], 'Ctrl and Enter take what is typed', ['visi'], ''],
  ['visi{ArrowUp}{Enter}', [], 'arrow up comes to the last row, the new tag', ['visi'], ''],
  ['visi{ArrowDown}{Enter}', [], 'arrow down goes on', ['vision'], ''],
  ['r{ArrowDown}{ArrowDown}{ArrowDown}{Enter}', [], 'and round', ['robots'], ''],
  ['{ArrowDown}{Enter}', [], 'arrows choose where nothing is typed', ['robots'], ''],
  ['{Enter}', [], 'Enter does nothing where nothing is typed', [], ''],
  ['ro{Escape}', [], 'Escape closes the list first', [], 'ro'],
  ['ro{Escape}{Escape}', [], 'then it empties the field', [], ''],
  ['ro{Escape}{Enter}', [], 'without a list Enter takes what is typed', ['ro'], ''],
  ['ro{Tab}', [], 'Tab leaves and adds nothing', [], 'ro'],
  ['a tag, b,', [], 'a comma takes what is typed', ['a tag', 'b'], ''],
  ['{Backspace}', ['a', 'b'], 'Backspace in the empty field takes the last off', ['a'], ''],
  ['x{Backspace}', ['a'], 'Backspace elsewhere takes off a letter', ['a'], ''],
  ['robots{Enter}', ['Robots'], 'a tag is never there twice, whatever its case', ['Robots'], ''],
])('%s (before: %j): %s', async (keys, start, _, after, left) => {
  const input = show(start);
  input.focus();
  await userEvent.keyboard(keys);
  await expect.poll(() => tags).toEqual(after);
  expect(input.value).toBe(left);
});

describe('the list', () => {
  test('is there as soon as the field has the focus: what was added last, then the most used', async () => {
    const first = show();
    await expect.poll(rows).toEqual(IN_USE.map(({ tag }) => tag));
    await userEvent.type(first, 'agents{Enter}vision{Control>}{Enter}{/Control}');
    render(null, place);
    const input = show([], { of: 'arxiv:2604.00002' });
    await expect.poll(() => rows().slice(0, 3)).toEqual(['vision', 'agents', 'robots']);
    expect(marked(input)).toBeUndefined(); // Enter alone adds nothing
  });

  test('marks the first that fits and ends with the way to a new tag', async () => {
    const input = show();
    await userEvent.type(input, 'visi');
    expect(rows()).toEqual(['vision-language-action', 'vision', 'Create “visi”']);
    expect(marked(input)).toBe('vision-language-action');
    expect(input.ariaExpanded).toBe('true');
    await userEvent.keyboard('on');
    expect(rows()).toEqual(['vision', 'vision-language-action']);
    expect(marked(input)).toBe('vision');
    await userEvent.keyboard('{Escape}');
    expect(input.ariaExpanded).toBe('false');
    expect(marked(input)).toBeUndefined();
  });

  test('leaves out what the paper has', async () => {
    show(['Robots']);
    expect(rows()).not.toContain('robots');
  });

  test('goes with the focus', async () => {
    show().focus();
    await expect.poll(rows).not.toEqual([]);
    await userEvent.keyboard('{Tab}');
    expect(rows()).toEqual([]);
  });

  test('a click on a row adds it, keeps the focus in the field, and the list stays for the next', async () => {
    const input = show();
    await userEvent.click(page.getByRole('option', { name: 'agents' }));
    await userEvent.click(page.getByRole('option', { name: 'robots' }));
    expect(tags).toEqual(['agents', 'robots']);
    await expect.poll(() => document.activeElement).toBe(input);
  });

  test('offers nothing new where a tag has to be one in use', async () => {
    const input = show([], { creates: false });
    await userEvent.type(input, 'visi');
    expect(rows()).toEqual(['vision-language-action', 'vision']);
    await userEvent.keyboard('bly{Enter}');
    await userEvent.keyboard('{Control>}{Enter}{/Control},');
    expect(tags).toEqual([]);
  });
});

describe('what is half typed', () => {
  test('is never added by leaving the field, and is there when it comes back', async () => {
    const input = show();
    await userEvent.type(input, 'gam');
    place.querySelector<HTMLElement>('button:last-child')?.focus();
    expect(input.value).toBe('gam');
    render(null, place);
    const again = show();
    await expect.poll(() => again.value).toBe('gam');
    expect(tags).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(tags).toEqual(['gam']);
    render(null, place);
    expect([...kept.keys()]).toEqual(['tags.recent']);
  });

  test('is its own paper’s', async () => {
    await userEvent.type(show(), 'gam');
    render(null, place);
    const other = show([], { of: 'arxiv:2604.00002' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(other.value).toBe('');
  });

  test('a memory that is broken, or is somebody else’s, changes nothing', async () => {
    kept.set('tags.recent', 'nonsense').set('tags.draft.arxiv:2604.00001', { toString: 'x' });
    const { draft, recent } = await createTagMemory(memory).recall('arxiv:2604.00001');
    expect([draft, recent]).toEqual(['', []]);
    const broken = async (): Promise<never> => Promise.reject(new Error('no storage'));
    const none = createTagMemory({ get: broken, set: broken, remove: broken });
    none.keepDraft('a', 'x');
    none.added(['y']);
    expect(await none.recall('a')).toEqual({ draft: '', recent: ['y'] });
  });
});

test('a screen reader hears what was added, what was taken off and how many there are', async () => {
  const input = show(['a']);
  const said = () => place.querySelector('[role=status]')?.textContent;
  await expect.poll(said).toBe('5 suggestions');
  await userEvent.type(input, 'visi');
  await expect.poll(said).toBe('3 suggestions');
  await userEvent.keyboard('{Enter}');
  await expect.poll(said).toBe('Added: vision-language-action');
  await userEvent.click(page.getByRole('button', { name: 'Remove tag: a' }));
  await expect.poll(said).toBe('Removed: a');
});

test.each([
  ['a, b, c', ['a', 'b', 'c']],
  ['a,b,A', ['a', 'b']],
  ['one tag', []],
])('"%s" that is pasted gives %j', async (list, all) => {
  show().focus();
  document.execCommand('insertText', false, list);
  await expect.poll(() => tags).toEqual(all);
});

test('a list longer than one tag may be is pasted whole', async () => {
  const list = Array.from({ length: 12 }, (_, n) => `a tag of some length ${n}`);
  show().focus();
  document.execCommand('insertText', false, list.join(', '));
  await expect.poll(() => tags).toEqual(list);
});

test('one tag is no longer than a tag may be', async () => {
  const input = show();
  input.focus();
  document.execCommand('insertText', false, 'x'.repeat(150));
  await expect.poll(() => input.value).toHaveLength(100);
});

test('of thousands of tags a hundred are shown, and more on request', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => `tag ${String(n).padStart(4, '0')}`);
  const input = show(many);
  const chips = (): number => place.querySelectorAll('.tag').length;
  expect(chips()).toBe(100);
  await userEvent.type(input, '{Backspace}');
  expect(tags).not.toContain('tag 0099'); // the last that is seen
  expect(tags).toContain('tag 9999');
  await userEvent.click(page.getByRole('button', { name: 'Show more tags (9899)' }));
  expect(chips()).toBe(200);
});

test('a list that is pasted is added once each, up to what one edit may bring', async () => {
  const input = show(['a']);
  input.value = `A,b,B,${Array.from({ length: 100_000 }, (_, n) => `t${n}`).join(',')},rest`;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await expect.poll(() => tags.length).toBe(999);
  expect(tags.slice(0, 3)).toEqual(['a', 'b', 't0']);
});

test('pressing on a suggestion does nothing yet: a reader may still let go elsewhere', async () => {
  const input = show();
  await userEvent.type(input, 'rob');
  const option = place.querySelector<HTMLElement>('[role=option]');
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
    option?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
  }
  expect(tags).toEqual([]);
  await userEvent.click(option ?? place);
  expect(tags).toEqual(['robots']);
  expect(document.activeElement).toBe(input);
});
