import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { twiceAsLong } from '../../locales/pseudo.ts';
import { EXTENSION } from './build.ts';

/** The built extension with texts twice as long in place of the English ones, running in a direction. */
export function pseudoBuild(direction: 'ltr' | 'rtl'): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'asterism-pseudo-'));
  cpSync(EXTENSION, path, { recursive: true });
  const file = join(path, '_locales/en/messages.json');
  const texts = twiceAsLong(JSON.parse(readFileSync(file, 'utf8')), direction);
  writeFileSync(file, JSON.stringify(texts));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
