import axe from 'axe-core';
import { cdp } from 'vitest/browser';

/** What an accessibility audit finds on the page as it is now; animations are over. */
export async function accessibilityProblems(): Promise<string[]> {
  for (const animation of document.getAnimations()) {
    const isEndless = animation.effect?.getComputedTiming().endTime === Infinity;
    if (isEndless) animation.cancel();
    else animation.finish();
  }
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** How a reader may have colours. */
export const SCHEMES = ['light', 'dark', 'forced colours'] as const;

/** Shows the page as readers have it who set this; 'light' is how tests find it. */
export async function showScheme(scheme: (typeof SCHEMES)[number]): Promise<void> {
  document.documentElement.style.colorScheme = scheme === 'dark' ? 'dark' : '';
  document.body.style.background = scheme === 'dark' ? '#0b0f19' : '';
  const value = scheme === 'forced colours' ? 'active' : 'none';
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
}
