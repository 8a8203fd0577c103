import { expect, test } from 'vitest';
import { createNewBarLayer } from '../../lib/page/newBarLayer';
import { takeEnglishTexts } from '../component/englishTexts';

const STATE = { fresh: 1, hidden: 0, marking: null };

test('a page that has no body at the moment gets the bar once it has one', () => {
  takeEnglishTexts();
  const ended = new AbortController();
  const bar = createNewBarLayer(document, ended.signal, () => {});
  const { body } = document;
  body.remove();
  try {
    expect(() => bar.show(STATE)).not.toThrow();
  } finally {
    document.documentElement.append(body);
  }
  bar.show(STATE);
  expect([...body.children].some((element) => bar.owns(element))).toBe(true);
  ended.abort();
});
