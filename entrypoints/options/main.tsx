import { renderLive } from '../../components/renderLive';
import { readOwnSettings } from '../../lib/settings/ownSettings';
import '../../components/tokens.css';
import '../../components/annotation/annotation.css';
import '../../components/list/bars.css';
import '../../components/list/singleKeys.css';
import '../../components/library/query.css';
import '../../components/options/options.css';
import '../../components/options/controls.css';
import '../../components/options/tables.css';
import '../../components/options/copies.css';
import '../../components/options/preview.css';
import '../../components/options/differences.css';
import '../../components/options/incomingSearches.css';
import '../../components/export/export.css';
import '../../components/confirm/confirm.css';
import '../../components/tags/colours.css';
import '../../components/options/watchWords.css';
import { browser } from 'wxt/browser';
import { downloadWhenDue } from '../../lib/exports/datedFiles';
import { singleKeysSetting } from '../../lib/settings/singleKeys';
import { openReader } from '../../lib/store/reader';
import { text } from '../../lib/text/text';
import { followAppearance } from '../../lib/views/appearance';
import { lazyReader } from '../../lib/views/lazyReader';
import { reloadInNewLanguage, takePageTexts } from '../../lib/views/pageLanguage';
import { Options } from './Options';

const spoken = takePageTexts(document, localStorage);
reloadInNewLanguage(window);
followAppearance({ document, storage: localStorage, pages: window });

// A file that misses the drop area is not opened in place of the page.
for (const type of ['dragover', 'drop']) {
  document.addEventListener(type, (event) => event.preventDefault());
}

const reader = lazyReader(openReader);
const app = { name: text('extensionName'), version: browser.runtime.getManifest().version };

function show(): void {
  document.title = text('optionsTitle');
  const change = renderLive(
    Options,
    { reader, app, singleKeys: singleKeysSetting(localStorage), onLanguage: () => void speak() },
    document.body,
  );

  async function speak(): Promise<void> {
    await takePageTexts(document, localStorage);
    document.title = text('optionsTitle');
    change({}); // shown again, in the new language
  }
}
void spoken.then(show);

const settings = () => readOwnSettings(localStorage);
void downloadWhenDue({ reader, app, now: () => new Date(), document, settings });
