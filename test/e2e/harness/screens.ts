import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { ROOT } from './build.ts';

export type Theme = 'light' | 'dark';

/** Shows a page in a theme: the site goes by the class `dark` on its root, our own pages by the system's setting. */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.evaluate(
    (dark) => document.documentElement.classList.toggle('dark', dark),
    theme === 'dark',
  );
}

export interface Screen {
  theme?: Theme;
  width?: number;
  height?: number;
  fullPage?: boolean;
}

/** Leaves a picture of the page in .output/screens and gives its path. */
export async function screen(page: Page, name: string, options: Screen = {}): Promise<string> {
  const { theme, width, height = 900, fullPage = false } = options;
  const folder = `${ROOT}.output/screens`;
  mkdirSync(folder, { recursive: true });
  if (width !== undefined) await page.setViewportSize({ width, height });
  if (theme !== undefined) await setTheme(page, theme);
  const path = `${folder}/${[name, theme, width].filter((part) => part !== undefined).join('-')}.png`;
  await page.screenshot({ path, fullPage, animations: 'disabled' });
  return path;
}
