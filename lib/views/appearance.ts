import { earlySetting } from '../settings/early';

/** What of a page its looks depend on. */
export interface Looks {
  document: Pick<Document, 'documentElement'>;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Hears of what another page of ours has set. */
  pages: Pick<Window, 'addEventListener'>;
}

/** Shows a page in the theme and the density that the reader chose, now and whenever another page sets them. */
export function followAppearance(looks: Looks): void {
  showAppearance(looks);
  looks.pages.addEventListener('storage', () => showAppearance(looks));
}

/** Shows a page in the theme and the density that the reader chose. tokens.css says what they mean. */
export function showAppearance({ document, storage }: Omit<Looks, 'pages'>): void {
  const { dataset } = document.documentElement;
  dataset['theme'] = earlySetting('theme', storage).read();
  dataset['density'] = earlySetting('density', storage).read();
}
