import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/annotation/annotation.css';
import '../../components/card/card.css';
import '../../components/card/editor.css';
import '../../components/card/notice.css';
import '../../components/marks/newBar.css';
import '../../components/tokens.css';
import { CardEditor } from '../../components/card/CardEditor';
import { createControlMaker } from '../../components/card/control';
import { createNewBar } from '../../components/marks/newBar';
import { type AnnotationPatch, applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import { accessibilityProblems, SCHEMES, showScheme } from './accessibility';
import { takeEnglishTexts } from './englishTexts';
import { ringsAround } from './focusRings';

// What is put on somebody else's page, in each of its states: there it is in closed roots, where no audit looks.

const AT = '2026-04-16T10:00:00.000Z';
const ALL: AnnotationPatch = {
  starred: true,
  status: 'reading',
  addTags: ['a', '强化学习', 'تعلم'],
  note: 'A note',
};
let place: HTMLElement;

beforeEach(() => {
  takeEnglishTexts();
  place = document.createElement('main');
  const heading = document.createElement('h1');
  heading.textContent = 'A page';
  place.append(heading);
  document.body.append(place);
});
afterEach(async () => {
  render(null, place);
  place.remove();
  await showScheme('light');
});

interface Said {
  patch?: AnnotationPatch;
  dismissed?: boolean;
  saving?: boolean;
}

/** An editor of a paper about which something was said. */
function edit({ patch = {}, dismissed = false, saving = false }: Said): HTMLElement {
  const editor = place.appendChild(document.createElement('div'));
  render(
    <CardEditor
      paper="arxiv:2604.00001"
      title="A paper"
      annotation={applyPatch(emptyAnnotation(AT), patch, AT)}
      saving={saving}
      tagsInUse={[{ tag: 'baseline', count: 2 }]}
      focus="note"
      dismissed={dismissed}
      onPatch={vi.fn()}
      onCopy={async () => 'what the browser did not take'}
      onClose={vi.fn()}
    />,
    editor,
  );
  return editor;
}

function control(patch: AnnotationPatch | null): HTMLElement {
  const made = createControlMaker(document, vi.fn())(vi.fn());
  made.name('A paper');
  made.show(patch && applyPatch(emptyAnnotation(AT), patch, AT));
  place.append(made.element);
  return made.element;
}

function newBar(state: Parameters<ReturnType<typeof createNewBar>['show']>[0]): void {
  const bar = place.appendChild(document.createElement('div'));
  bar.className = 'new-bar';
  bar.popover = 'manual';
  createNewBar(bar, document, vi.fn()).show(state);
  bar.showPopover();
}

const STATES: [state: string, reach: () => unknown][] = [
  ['a control that says nothing', () => control({})],
  ['one that knows nothing yet', () => control(null)],
  ['one that says everything', () => control(ALL)],
  ['an editor that says nothing', () => edit({})],
  ['one that says everything', () => edit({ patch: ALL, dismissed: true, saving: true })],
  [
    'an editor with its list of tags',
    async () => {
      edit({});
      await userEvent.click(page.getByRole('combobox'));
      await expect.element(page.getByRole('option', { name: 'baseline' })).toBeVisible();
    },
  ],
  [
    'an editor with what could not be copied',
    async () => {
      edit({});
      await userEvent.click(page.getByRole('button', { name: 'BibTeX' }));
      await expect
        .element(page.getByRole('textbox', { name: /did not allow copying/ }))
        .toBeVisible();
    },
  ],
  ['the bar of new papers', () => newBar({ fresh: 12, hidden: 3, marking: 'can' })],
  ['the bar after all were marked', () => newBar({ fresh: 0, hidden: 0, marking: 'undo' })],
  [
    'a notice',
    () => {
      const notice = place.appendChild(document.createElement('div'));
      notice.className = 'notice';
      notice.setAttribute('role', 'alert');
      notice.textContent = 'Copied as BibTeX';
    },
  ],
];

describe.each(SCHEMES)('in %s', (scheme) => {
  test.each(STATES)('%s has no accessibility problem', async (_, reach) => {
    await showScheme(scheme);
    await reach();
    expect(await accessibilityProblems()).toEqual([]);
  });
});

test('everything in an editor is large enough to be hit, but a tag’s cross, which has room around it', () => {
  for (const button of edit({ patch: ALL }).querySelectorAll('button, .status-picker label')) {
    const { width, height } = button.getBoundingClientRect();
    const least = button.matches('.tag button') ? 24 : 28;
    expect(Math.min(width, height), button.outerHTML.slice(0, 80)).toBeGreaterThanOrEqual(least);
  }
});

test('by keyboard, one ring is around what has the focus in an editor', async () => {
  edit({ patch: ALL });
  const rings = new Map<string, number>();
  page.getByRole('button', { name: 'Done' }).element().focus();
  for (let turn = 0; turn < 16; turn++) {
    await userEvent.tab();
    const { activeElement } = document;
    const isRadio = activeElement?.matches('[type=radio]'); // its ring is around what stands for it
    if (activeElement && place.contains(activeElement) && !isRadio)
      rings.set(activeElement.outerHTML.slice(0, 90), ringsAround(activeElement).length);
  }
  expect(rings.size).toBeGreaterThan(7);
  const others = [...rings].filter(([, count]) => count !== 1);
  expect(others.map(([what, count]) => `${count}: ${what}`)).toEqual([]);
});

test('a button that is pressed says so without a colour', () => {
  const pictures = (dismissed: boolean): number => {
    const editor = edit({ dismissed });
    const count = editor.querySelectorAll('.dismiss-button .icon').length;
    render(null, editor);
    return count;
  };
  expect([pictures(false), pictures(true)]).toEqual([0, 1]);
});
