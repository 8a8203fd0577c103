import { earlyKey, earlySetting } from '../settings/early';
import { takeBrowserTexts } from '../text/browserTexts';
import { loadTexts } from '../text/loadTexts';
import { language, text } from '../text/text';

/**
 * Takes the texts of the language that the reader chose, and says in the page which language that is. Before they are
 * loaded, texts are in the browser's language: at once, and for good where no language was chosen.
 */
export async function takePageTexts(
  { documentElement }: Pick<Document, 'documentElement'>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): Promise<void> {
  const chosen = earlySetting('language', storage).read();
  takeBrowserTexts();
  if (chosen !== 'browser') takeBrowserTexts(await loadTexts(chosen));
  documentElement.lang = language();
  documentElement.dir = text('textDirection');
}

/**
 * Loads a page again when another of our pages has set another language. Texts are all over a page and in the states of
 * its views; what is being typed in it is saved when it is left.
 */
export function reloadInNewLanguage(page: Pick<Window, 'addEventListener' | 'location'>): void {
  page.addEventListener('storage', ({ key }) => {
    if (key === earlyKey('language')) page.location.reload();
  });
}
