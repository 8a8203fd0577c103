import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Texts } from '../../lib/text/languages';
import { writeTexts } from '../../scripts/localeTexts';

test('cards and worker have the texts that their code names, in every form, and no others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'asterism-texts-'));
  try {
    mkdirSync(join(folder, 'content-scripts'));
    writeFileSync(
      join(folder, 'content-scripts/arxiv.js'),
      'say("starHint");t(`tagSuggestions`,2)',
    );
    writeFileSync(join(folder, 'editor.js'), "x={a:'noteLabel'}");
    writeFileSync(join(folder, 'another.js'), 'mark("done")'); // injected when it is needed, as the editor is
    writeFileSync(
      join(folder, 'background.js'),
      'menu(asterismLanguages.de.tryAgain.message,"tryAgain")',
    );
    writeTexts(folder);
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const page: { asterismTexts?: Texts } = {};
    runInNewContext(read('texts/de.js'), page);
    expect(Object.keys(page.asterismTexts ?? {})).toEqual([
      'starHint',
      'tagSuggestions_one',
      'tagSuggestions_other',
      'noteLabel',
      'done',
    ]);
    expect(page.asterismTexts?.['noteLabel']?.message).toBe('Notiz');
    let said = '';
    runInNewContext(read('background.js'), { menu: (text: string) => (said = text) });
    expect(said).toBe('Noch einmal versuchen');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
