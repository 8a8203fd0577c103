import { render } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import '../../components/tokens.css';
import '../../components/annotation/annotation.css';
import '../../components/card/card.css';
import '../../components/card/editor.css';
import { applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import { takeEnglishTexts } from './englishTexts';

export const AT = '2026-04-16T10:00:00.000Z';
export const TITLE = 'On <b>Markup</b> & Other "Titles"';

/** An annotation of which every part is set. */
export const set = applyPatch(
  emptyAnnotation(AT),
  { starred: true, status: 'reading', addTags: ['a', 'b', 'c'], note: 'A note' },
  AT,
);

/** Where the tests of a file put what belongs on a card; new for each test. */
export function cardStage(): { place: HTMLElement } {
  const stage = { place: document.createElement('main') };
  beforeEach(() => {
    takeEnglishTexts();
    stage.place = document.createElement('main');
    document.body.append(stage.place);
  });
  afterEach(() => {
    render(null, stage.place);
    stage.place.remove();
  });
  return stage;
}
