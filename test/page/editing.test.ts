import { beforeEach, expect, test, vi } from 'vitest';
import { type CardControl, createControlMaker } from '../../components/card/control';
import { labelMarks } from '../../components/marks/labelMarks';
import type { Send } from '../../lib/messages/delivery';
import { failure, type Result, success } from '../../lib/messages/result';
import { createAnnotations } from '../../lib/page/annotations';
import { createEditing, type Editing } from '../../lib/page/editing';
import type { EditorPopover, EditorProps } from '../../lib/page/editorPopover';
import type { Mounts } from '../../lib/page/mounts';
import type { Box } from '../../lib/page/placing';
import { applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import type { Paper } from '../../lib/papers/paper';
import { takeEnglishTexts } from '../component/englishTexts';

const AT = '2026-04-16T10:00:00.000Z';
const noted = (note: string) => applyPatch(emptyAnnotation(AT), { note }, AT);
const paper: Paper = { id: 'arxiv:2604.00001', title: 'A paper', authors: [] };
const other: Paper = { id: 'arxiv:2604.00002', title: 'Another', authors: [] };

let editing: Editing;
let reads: { ids: PaperId[]; answer: (result: Result<unknown>) => Promise<void> }[];
let shown: EditorProps | null;
let notices: string[];
/** The controls on the page, and where the editor must not be. */
let controls: ReturnType<Mounts['all']>;
/** The control of the paper that is edited. */
let own: CardControl | undefined;
let free: () => Box[];

beforeEach(() => {
  takeEnglishTexts();
  reads = [];
  shown = null;
  notices = [];
  controls = [];
  own = undefined;
  let whenClosed = (): void => {};
  const popover: EditorPopover = {
    edit(props, place, closed) {
      shown = props;
      free = place.free;
      whenClosed = closed;
    },
    close() {
      if (shown !== null) whenClosed();
      shown = null;
    },
  };
  const send = ((name: string, request: { ids: PaperId[] }) => {
    if (name !== 'annotations.get') return Promise.resolve(failure('storage', 'not asked here'));
    return new Promise<Result<unknown>>((resolve) => {
      const answer = async (result: Result<unknown>): Promise<void> => {
        resolve(result);
        await new Promise((done) => setTimeout(done));
      };
      reads.push({ ids: request.ids, answer });
    });
  }) as unknown as Send; // of all messages, one
  const annotations = createAnnotations({
    send,
    now: () => new Date(AT),
    onChange: (id) => editing.update(id),
    onFailed: () => {},
    leaveBehind: () => {},
  });
  const world = {
    document,
    signal: new AbortController().signal,
    notify: (sentence: string) => void notices.push(sentence),
    annotations,
    mounts: {
      controlOf: () => own,
      all: () => controls,
      titleOf: ({ title }: Paper) => title,
    },
    send,
    clip: vi.fn(),
  };
  editing = createEditing(world, popover);
});

const stored = (id: PaperId, note: string) =>
  success({ annotations: note === '' ? {} : { [id]: noted(note) } });

test('the editor says in whole sentences what its card says about the paper, each once', async () => {
  own = createControlMaker(document, () => {})(() => {});
  const label = (said: string) => ({ sign: '●', shown: 'x', said });
  own.mark(...labelMarks(document, [label('Watch words: trees'), label('Fits your library')]));
  void editing.edit(paper, 'tags');
  await reads[0]?.answer(stored(paper.id, ''));
  expect(shown?.said).toEqual(['Watch words: trees', 'Fits your library']);
  own.mark();
  editing.update(paper.id);
  expect(shown?.said).toEqual([]);
});

test('the editor opens with what is stored, and not before that is known', async () => {
  void editing.edit(paper, 'note');
  expect(shown).toBeNull();
  expect(reads[0]?.ids).toEqual([paper.id]);
  await reads[0]?.answer(stored(paper.id, 'a long note'));
  expect(shown?.annotation.note).toBe('a long note');
});

test.each([
  [
    'storage',
    'The library could not be read, so the editor stays closed. Nothing is lost. Try again.',
  ],
  [
    'unanswered',
    'The library could not be read, so the editor stays closed. Nothing is lost. Try again.',
  ],
  [
    'orphaned',
    'Asterism was updated. Your last change was not saved; everything before it is. Reload the page and make the change again.',
  ],
] as const)(
  'what cannot be had is said in a sentence, and no editor opens (%s)',
  async (code, sentence) => {
    void editing.edit(paper, 'note');
    await reads[0]?.answer(failure(code, ''));
    expect(shown).toBeNull();
    expect(notices).toEqual([sentence]);
    void editing.edit(paper, 'note');
    await reads[1]?.answer(stored(paper.id, ''));
    expect(shown?.annotation.note).toBe('');
  },
);

test('of two papers whose editors are asked for the later one opens; asked for twice, none', async () => {
  void editing.edit(paper, 'note');
  void editing.edit(other, 'note');
  await reads[1]?.answer(stored(other.id, 'other'));
  await reads[0]?.answer(stored(paper.id, 'first'));
  expect(shown?.title).toBe(other.title);

  void editing.edit(paper, 'tags');
  void editing.edit(paper, 'tags');
  await reads[2]?.answer(stored(paper.id, 'first'));
  expect(shown).toBeNull();
});

test('an open editor reads its paper again when that changed elsewhere; what cannot be read stays on show', async () => {
  void editing.edit(paper, 'note');
  await reads[0]?.answer(stored(paper.id, 'one'));
  editing.refresh([other.id]);
  expect(reads).toHaveLength(1);
  editing.refresh([paper.id]);
  await reads[1]?.answer(stored(paper.id, 'two'));
  expect(shown?.annotation.note).toBe('two');
  editing.refresh('all');
  await reads[2]?.answer(failure('storage', ''));
  expect(shown?.annotation.note).toBe('two');
  expect(notices).toEqual([]);
});

test('controls in sight stay free; where one is on a card out of sight is not asked, which would lay that card out', async () => {
  const asked: string[] = [];
  const boxAt = (name: string, top: number): HTMLElement =>
    Object.assign(document.createElement('div'), {
      getBoundingClientRect() {
        asked.push(name);
        return new DOMRect(0, top, 100, 30);
      },
    });
  controls = [0, window.innerHeight + 1, -500].map((top) => {
    const control = boxAt(`control ${top}`, top);
    const star = document.createElement('button');
    control.append(star);
    const placement = { on: 'foot' } as const;
    const shown = { star } as unknown as CardControl; // all that is asked of it
    return { card: boxAt(`card ${top}`, top), control: shown, strip: control, placement };
  });
  void editing.edit(paper, 'note');
  await reads[0]?.answer(stored(paper.id, ''));
  expect(free().map(({ top }) => top)).toEqual([0]);
  expect(asked.filter((name) => name.startsWith('control'))).toEqual(['control 0']);
});
