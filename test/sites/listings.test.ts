import { describe, expect, test } from 'vitest';
import { pageKind } from '../../lib/sites/pageKind';
import { SITES } from '../../lib/sites/sites';

const { huggingface } = SITES;

describe('what is a listing', () => {
  test.each([
    'https://huggingface.co/papers',
    'https://huggingface.co/papers/',
    'https://huggingface.co/papers?q=tree+search',
    'https://huggingface.co/papers/?q=tree',
    'https://huggingface.co/papers?date=2024-07-31',
    'https://huggingface.co/papers#top',
    'https://huggingface.co/papers/date/2026-07-02',
    'https://huggingface.co/papers/date/2026-07-02/',
    'https://huggingface.co/papers/week/2026-W32',
    'https://huggingface.co/papers/month/2026-08',
    'https://huggingface.co/papers/month/2026-03?q=semantic',
    'https://huggingface.co/papers/trending',
    'https://huggingface.co/papers/trending/?q=semantic',
  ])('%s is one', (address) => {
    expect(pageKind(huggingface, new URL(address))).toBe('listing');
  });

  test.each([
    'https://huggingface.co/',
    'https://huggingface.co/papers/submit',
    'https://huggingface.co/papers/index?arxivId=2604.90001',
    'https://huggingface.co/papers/date',
    'https://huggingface.co/papers/date/2026-07-02/more',
    'https://huggingface.co/papers/trending/more',
    'https://huggingface.co/models?q=papers',
    'https://huggingface.co/docs/papers',
    'https://huggingface.co.evil.example/papers',
    'https://evil.example/papers?q=huggingface.co',
    'https://arxiv.org/papers',
    'http://huggingface.co/papers',
    'ftp://huggingface.co/papers',
  ])('%s is not one', (address) => {
    expect(pageKind(huggingface, new URL(address))).toBeNull();
  });
});
