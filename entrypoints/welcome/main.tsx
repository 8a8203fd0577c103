import '../../components/tokens.css';
import '../../components/annotation/annotation.css';
import '../../components/list/shared.css';
import '../../components/list/notices.css';
import '../../components/list/singleKeys.css';
import '../../components/options/options.css';
import '../../components/options/controls.css';
import '../../components/welcome/welcome.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { keepTagMemoryIn } from '../../components/annotation/tagMemory';
import { onChange } from '../../lib/messages/announce';
import { send } from '../../lib/messages/client';
import { sharedStorage } from '../../lib/messages/sharedStorage';
import { openReader } from '../../lib/store/reader';
import { text } from '../../lib/text/text';
import { followAppearance } from '../../lib/views/appearance';
import { createExample } from '../../lib/views/example';
import { lazyReader } from '../../lib/views/lazyReader';
import { reloadInNewLanguage, takePageTexts } from '../../lib/views/pageLanguage';
import { EXAMPLE } from './examplePaper';
import { Welcome } from './Welcome';

await takePageTexts(document, localStorage);
reloadInNewLanguage(window);
keepTagMemoryIn(sharedStorage());
followAppearance({ document, storage: localStorage, pages: window });
document.title = text('welcomeTitle');

const reader = lazyReader(openReader);
const example = createExample({ reader, send, now: () => new Date(), paper: EXAMPLE });
void example.read();
onChange((change) => void example.changed(change), new AbortController().signal);
addEventListener('pagehide', () => {
  // What the note's field has is told when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  example.flush();
});

const openTab = (path: string): void => {
  void browser.tabs.create({ url: new URL(path, location.origin).href });
};

/** Not every browser opens the popup for a page: the same list is in a tab. */
async function openList(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    openTab('/popup.html');
  }
}

render(
  <Welcome
    example={example}
    onFind={() => void openList()}
    onExport={() => openTab('/options.html#export')}
  />,
  document.body,
);
