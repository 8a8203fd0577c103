import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/annotation/annotation.css';
import '../../components/card/editor.css';
import '../../components/tokens.css';
import { CardEditor } from '../../components/card/CardEditor';
import { type AnnotationPatch, applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import messages from '../../public/_locales/en/messages.json';
import { cutTexts } from '../e2e/harness/cutTexts';
import { overlaps } from '../e2e/harness/overlaps';
import { twiceAsLong } from '../locales/pseudo';
import { takeTexts } from './englishTexts';

// Our pages are looked at as a whole (test/e2e/pseudoLocale.test.ts); on a card, nobody could look into the editor.

const AT = '2026-04-16T10:00:00.000Z';
let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
});
afterEach(() => {
  render(null, place);
  place.remove();
});

test.each([
  ['ltr', 1280],
  ['ltr', 320],
  ['rtl', 1280],
  ['rtl', 320],
] as const)(
  'the editor of a card, texts twice as long, %s, %d pixels',
  async (direction, width) => {
    takeTexts(twiceAsLong(messages, direction));
    await page.viewport(width, 700);
    place.popover = 'manual'; // as on a page: it is what limits the editor
    place.showPopover();
    const said: AnnotationPatch = { starred: true, status: 'reading', addTags: ['rl', 'survey'] };
    render(
      <CardEditor
        paper="arxiv:2604.00001"
        title="A Longer Title of a Paper That Takes Two Lines"
        annotation={applyPatch(emptyAnnotation(AT), said, AT)}
        tagsInUse={[]}
        focus="status"
        onPatch={vi.fn()}
        onCopy={vi.fn()}
        onClose={vi.fn()}
      />,
      place,
    );
    await expect.element(page.getByRole('textbox')).toBeInTheDocument();
    expect(getComputedStyle(page.getByRole('dialog').element()).direction).toBe(direction);
    await expect.poll(cutTexts).toEqual([]);
    expect(overlaps()).toEqual([]);
    await page.viewport(414, 896);
  },
);
