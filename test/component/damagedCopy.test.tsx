import { beforeAll, expect, test } from 'vitest';
import { ImportPreview } from '../../entrypoints/options/ImportPreview';
import { damageTexts } from '../../lib/exports/damageTexts';
import type { Preview } from '../../lib/imports/importing';
import { noProblems } from '../../lib/imports/readFile';
import { takeEnglishTexts } from './englishTexts';
import { bookmark, nothing, previewOf } from './importsStage';
import { show } from './optionsStage';

beforeAll(takeEnglishTexts);

const KNOWN = { unchanged: [bookmark(1, { starred: true })] };
const WHOLE = { unreadable: 0, lacksSearches: false, lacksChanges: false };

function said(parts: Partial<Preview>, damage: readonly string[] = []): string {
  return show(
    <ImportPreview
      preview={previewOf(parts)}
      of="copy"
      damage={damage}
      onApply={nothing}
      onDiscard={nothing}
    />,
  ).innerText;
}

test('of a whole copy that brings nothing new it is said that everything is there', () => {
  expect(said(KNOWN, damageTexts(WHOLE))).toContain('everything in this copy is already');
});

test.each([
  [{ unreadable: 41 }, '41 papers of this copy are damaged'],
  [{ lacksSearches: true }, 'saved searches and tag colours of this copy are damaged'],
  [{ lacksChanges: true }, 'last changes in this copy are damaged'],
])(
  'of a damaged copy (%o) it is said what is damaged, and never that everything is there',
  (is, what) => {
    const damage = damageTexts({ ...WHOLE, ...is });
    expect(said(KNOWN, damage)).toContain(what);
    expect(said(KNOWN, damage)).toContain(
      'what can be read of this copy is in your library already',
    );
    expect(said({}, damage)).toContain('Nothing of this copy can be read');
    for (const parts of [KNOWN, {}]) expect(said(parts, damage)).not.toContain('everything');
  },
);

test('where rows of a file or a copy cannot be read, not everything is in the library', () => {
  const problems = { ...noProblems(), first: [], unreadableRows: 1 };
  expect(said({ ...KNOWN, problems })).not.toContain('everything');
  const preview = previewOf({ ...KNOWN, problems });
  const ofFile = show(<ImportPreview preview={preview} onApply={nothing} onDiscard={nothing} />);
  expect(ofFile.innerText).toContain('what can be read of this file is in your library already');
});
