import './importWays.css';
import type { JSX } from 'preact';
import { type TextKey, text } from '../../lib/text/text';

/** Where readers' papers are now, and what to take from there. */
const WAYS: readonly (readonly [name: string, how: TextKey])[] = [
  ['Zotero', 'importFromZotero'],
  ['Raindrop', 'importFromRaindrop'],
  ['PaperMemory', 'importFromPaperMemory'],
];

/** What one has elsewhere can come along: from where, and how. */
export function ImportWays(): JSX.Element {
  return (
    <div class="import-ways">
      <dl>
        {WAYS.map(([name, how]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text(how)}</dd>
          </div>
        ))}
        <div>
          <dt>{text('importFromBrowser')}</dt>
          <dd>{text('importFromBrowserHow')}</dd>
        </div>
      </dl>
      <a class="button" href="/options.html#import" target="_blank" rel="noreferrer">
        {text('openImport')}
      </a>
    </div>
  );
}
