import { render } from 'preact';
import { afterEach, beforeEach, type Mock, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/tokens.css';
import '../../components/annotation/annotation.css';
import '../../components/list/list.css';
import '../../components/reading/reading.css';
import { useObservable } from '../../components/list/useObservable';
import { ReadingPane } from '../../components/reading/ReadingPane';
import { type FakeLibrary, fakeLibrary } from '../fakes/library';
import { type ReadingStage, readingOver } from '../fakes/reading';
import { takeEnglishTexts } from './englishTexts';

/** A reading pane over a library in memory, again for each test. */
export interface PaneStage extends ReadingStage {
  library: FakeLibrary;
  place: HTMLElement;
  onLeave: Mock<() => void>;
  onSearch: Mock<(query: string) => void>;
}

/** Sets the stage for the tests of a file. */
export function paneStage(width = 480): PaneStage {
  const stage = { onLeave: vi.fn<() => void>(), onSearch: vi.fn() } as unknown as PaneStage; // the rest is set before each test
  beforeEach(async () => {
    takeEnglishTexts();
    await page.viewport(width, 900);
    document.documentElement.lang = 'en';
    document.title = 'Asterism';
    document.body.style.cssText = 'margin: 0; height: 100vh; font-family: var(--font)';
    stage.place = document.createElement('main');
    stage.place.style.height = '100vh';
    document.body.append(stage.place);
    stage.onLeave.mockClear();
    stage.onSearch.mockClear();
    stage.library = fakeLibrary();
    Object.assign(stage, readingOver(stage.library));
    render(<Pane stage={stage} />, stage.place);
  });
  afterEach(() => {
    render(null, stage.place);
    stage.place.remove();
    document.body.style.cssText = '';
    document.documentElement.style.colorScheme = '';
  });
  return stage;
}

function Pane({ stage }: { stage: PaneStage }) {
  useObservable(stage.reading);
  useObservable(stage.page);
  return (
    <>
      <h1 class="for-screen-readers">Library</h1>
      <ReadingPane
        {...stage.reading.state()}
        tagsInUse={[{ tag: 'ml/rl', count: 3 }]}
        actions={stage.reading}
        onSearch={stage.onSearch}
        onLeave={stage.onLeave}
      />
    </>
  );
}
