import { type ComponentChild, render } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/tokens.css';
import '../../components/annotation/annotation.css';
import '../../components/list/list.css';
import '../../components/searches/searches.css';
import '../../components/tags/tags.css';
import '../../components/trash/trash.css';
import { useObservable } from '../../components/list/useObservable';
import { type FakeOrganized, fakeDeps, fakeOrganized } from '../fakes/organizing';
import { takeEnglishTexts } from './englishTexts';

/** A place for one of the library's other pages, over a fake database, again for each test. */
export interface OrganizingStage extends ReturnType<typeof fakeDeps> {
  organized: FakeOrganized;
  place: HTMLElement;
  /** Shows a view, and again whenever it changes. */
  show(view: { subscribe(listener: () => void): () => void }, draw: () => ComponentChild): void;
}

/** Sets the stage for the tests of a file. */
export function organizingStage(): OrganizingStage {
  const stage = {} as OrganizingStage; // set before each test
  beforeEach(async () => {
    takeEnglishTexts();
    await page.viewport(640, 800);
    document.documentElement.lang = 'en';
    document.title = 'Asterism';
    document.documentElement.style.background = 'var(--surface)';
    document.body.style.margin = '0';
    stage.place = document.createElement('main');
    document.body.append(stage.place);
    stage.organized = fakeOrganized();
    Object.assign(stage, fakeDeps(stage.organized));
    stage.show = (view, draw) => {
      function Shown() {
        useObservable(view);
        return (
          <>
            <h1 class="for-screen-readers">Library</h1>
            {draw()}
          </>
        );
      }
      render(<Shown />, stage.place);
    };
  });
  afterEach(() => {
    render(null, stage.place);
    stage.place.remove();
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
  });
  return stage;
}
