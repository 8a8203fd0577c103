import { expect, test } from 'vitest';
import { earlySetting } from '../../lib/settings/early';
import { hasNews } from '../../lib/views/news';
import { newestSection, readNews } from '../../scripts/news';

function seenBy(stored: Record<string, string> = {}) {
  const kept = new Map(Object.entries(stored));
  return earlySetting('newsSeen', {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  });
}

test('who has just installed it is told nothing, now and later', () => {
  const seen = seenBy();
  expect(hasNews(seen, '1.0.0')).toBe(false);
  expect(hasNews(seen, '1.0.0')).toBe(false);
  expect(seen.read()).toBe('1.0.0');
});

test('who has updated is told until it was looked at', () => {
  const seen = seenBy();
  hasNews(seen, '1.0.0');
  expect(hasNews(seen, '1.1.0')).toBe(true);
  expect(hasNews(seen, '1.1.0')).toBe(true);
  seen.write('1.1.0'); // as the settings do where they are shown
  expect(hasNews(seen, '1.1.0')).toBe(false);
});

test('what is shown is the newest section of the changelog', () => {
  expect(
    newestSection('# Changelog\n\n## 1.1\n\n- New\n- Also ## not a heading\n\n## 1.0\n\n- Old\n'),
  ).toBe('- New\n- Also ## not a heading');
  expect(newestSection('# Changelog\n')).toBe('');
  expect(readNews()).toMatch(/^- /);
});
