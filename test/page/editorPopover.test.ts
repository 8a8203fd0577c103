import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  createEditorPopover,
  type EditorPopover,
  type EditorProps,
} from '../../lib/page/editorPopover';
import { emptyAnnotation } from '../../lib/papers/annotation';
import { takeEnglishTexts } from '../component/englishTexts';

const closed = vi.fn();
const onPatch = vi.fn();
const props: EditorProps = {
  paper: 'arxiv:2604.00001',
  title: 'A paper',
  annotation: emptyAnnotation('2026-04-16T10:00:00.000Z'),
  tagsInUse: [],
  focus: 'tags',
  onPatch,
  onCopy: async () => undefined,
};
let life: AbortController;
let editor: EditorPopover;

beforeEach(() => {
  takeEnglishTexts();
  vi.clearAllMocks();
  life = new AbortController();
  editor = createEditorPopover(document, life.signal);
});
afterEach(() => life.abort());

const open = (): void => editor.edit(props, nowhere, closed);
const nowhere = { button: () => null, free: () => [] };
const hosts = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-asterism=overlay]'),
];

function host(): HTMLElement {
  const [only] = hosts();
  if (!only) throw new Error('there is no editor');
  return only;
}

const away = document.createElement('div');

test.each<[string, () => void]>([
  ['throws it out', () => host().remove()],
  ['moves it', () => document.body.prepend(host())],
  [
    'empties what it is in',
    () =>
      document.body.replaceChildren(...[...document.body.children].filter((one) => one !== host())),
  ],
  ['puts it where nobody sees it', () => away.append(host())],
  [
    'takes it into another document',
    () => void document.implementation.createHTMLDocument().adoptNode(host()),
  ],
])(
  'an editor is closed when the page %s, and what was typed is there when it is opened again',
  async (_, meddle) => {
    open();
    await userEvent.keyboard('half a tag');
    meddle();
    await expect.poll(() => closed).toHaveBeenCalledTimes(1);
    expect(onPatch).not.toHaveBeenCalled();
    expect(hosts()).toEqual([]);

    open();
    await new Promise((resolve) => setTimeout(resolve)); // what was typed is there again
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(onPatch.mock.calls).toEqual([[{ addTags: ['half a tag'] }]]);
    expect(hosts()).toHaveLength(1);
    editor.close();
    expect(closed).toHaveBeenCalledTimes(2);
  },
);

test('an editor stays while the page changes around it', async () => {
  open();
  await userEvent.keyboard('half');
  document.body.append(away);
  away.remove();
  document.body.append(document.createElement('p'));
  await userEvent.keyboard(' a tag,');
  expect(onPatch.mock.calls).toEqual([[{ addTags: ['half a tag'] }]]);
  expect(closed).not.toHaveBeenCalled();
});

test('what is typed in the note is told at every key, and once', async () => {
  editor.edit({ ...props, focus: 'note' }, nowhere, closed);
  await userEvent.keyboard('ab');
  host().remove();
  await expect.poll(() => closed).toHaveBeenCalledTimes(1);
  expect(onPatch.mock.calls.map(([patch]) => patch.note)).toEqual(['a', 'ab']);
});

test('an editor grows with what is typed and learned while there is room, so that nothing of it is cut', async () => {
  const roots = vi.spyOn(Element.prototype, 'attachShadow');
  const button = document.body.appendChild(document.createElement('button'));
  const place = { button: () => button, free: () => [] };
  editor.edit({ ...props, focus: 'note' }, place, closed);
  const root: ShadowRoot = roots.mock.results.at(-1)?.value;
  const content = root.querySelector('.card-editor') ?? root.host;
  const before = content.clientHeight;
  await userEvent.keyboard('{Enter}'.repeat(6));
  await expect.poll(() => content.clientHeight).toBeGreaterThan(before);
  expect(content.scrollHeight).toBe(content.clientHeight);
  button.remove();
  roots.mockRestore();
});
