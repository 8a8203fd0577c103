import { beforeEach, describe, expect, test } from 'vitest';
import { failure } from '../../lib/messages/result';
import { createTags, type Tags } from '../../lib/views/tags';
import { takeEnglishTexts } from '../component/englishTexts';
import { type FakeOrganized, fakeDeps, fakeOrganized } from '../fakes/organizing';

let organized: FakeOrganized;
let told: ReturnType<typeof fakeDeps>['told'];
let tags: Tags;

beforeEach(async () => {
  takeEnglishTexts();
  organized = fakeOrganized();
  organized.papers = [['ml', 'ml/rl'], ['ml/rl', 'zoo'], ['zoo']];
  const made = fakeDeps(organized);
  told = made.told;
  tags = createTags(made.deps);
  await tags.open();
});

const names = (): string[] => tags.state().lines.map(({ tag }) => tag);

describe('all tags', () => {
  test('are read, and read again when papers change', async () => {
    expect(tags.state()).toMatchObject({ phase: 'ready', total: 3 });
    organized.papers.push(['new']);
    await tags.changed('all');
    expect(names()).toEqual(['ml', 'ml/rl', 'new', 'zoo']);
  });

  test('can be asked for again where they could not be read', async () => {
    organized.broken = true;
    await tags.open();
    expect(tags.state().phase).toBe('failed');
    organized.broken = false;
    await tags.open();
    expect(tags.state().phase).toBe('ready');
  });

  test('are filtered, sorted and folded', () => {
    tags.filterBy('zo');
    expect(names()).toEqual(['zoo']);
    tags.filterBy('');
    tags.sortBy('count');
    expect(names()).toEqual(['ml', 'ml/rl', 'zoo']);
    tags.fold('ml', true);
    expect(names()).toEqual(['ml', 'zoo']);
    tags.fold('ml', false);
    expect(names()).toHaveLength(3);
  });
});

describe('a tag', () => {
  test('is renamed with all below it, said with the way back, and takes the focus', async () => {
    tags.edit('ml', 'name');
    await tags.rename('ml', ' AI ');
    expect(names()).toEqual(['AI', 'AI/rl', 'zoo']);
    expect(told.at(-1)).toMatchObject({
      kind: 'done',
      text: 'Renamed “ml” to “AI” on 2 papers.',
      action: { text: 'Undo 7' },
    });
    expect(tags.state()).toMatchObject({ editing: null, focus: { key: 'ai' } });
  });

  test('may change its case without a question', async () => {
    await tags.rename('zoo', 'Zoo');
    expect(tags.state().asking).toBeNull();
    expect(names()).toContain('Zoo');
  });

  test('keeps its name where the new one is the same, or none', async () => {
    tags.edit('zoo', 'name');
    await tags.rename('zoo', ' / ');
    expect(tags.state().editing).not.toBeNull();
    await tags.rename('zoo', 'zoo');
    expect(tags.state().editing).toBeNull();
    expect(organized.sent).toEqual([]);
  });

  test('is merged only after a question with numbers', async () => {
    tags.edit('ml/rl', 'name');
    await tags.rename('ml/rl', 'ZOO');
    expect(organized.sent).toEqual([]);
    expect(tags.state().asking).toMatchObject({
      kind: 'merge',
      to: 'ZOO',
      from: { count: 2 },
      met: { count: 2 },
    });
    tags.cancel();
    expect(tags.state()).toMatchObject({ asking: null, editing: { key: 'ml/rl' } });
    await tags.rename('ml/rl', 'zoo');
    await tags.confirm();
    expect(names()).toEqual(['ml', 'zoo']);
    expect(told.at(-1)?.text).toBe('Merged “ml/rl” into “zoo” on 2 papers.');
  });

  test('is merged only after a question where one below it meets another', async () => {
    organized.papers.push(['ai/rl']);
    await tags.changed('all');
    await tags.rename('ml', 'ai');
    expect(tags.state().asking).toMatchObject({ kind: 'merge', met: { tag: 'ai/rl' } });
  });

  test('is deleted after a question', async () => {
    tags.askDelete('ml');
    expect(tags.state().asking).toMatchObject({ kind: 'delete', line: { tag: 'ml', below: 1 } });
    await tags.confirm();
    expect(names()).toEqual(['zoo']);
    expect(told.at(-1)).toMatchObject({
      text: 'Deleted “ml” from 2 papers.',
      action: { text: 'Undo 7' },
    });
  });

  test('is coloured, and that can be taken back', async () => {
    await tags.recolour('zoo', 'teal');
    expect(tags.state().lines.at(-1)?.colour).toBe('teal');
    expect(told.at(-1)?.action?.text).toBe('Undo 8');
    await tags.recolour('zoo', null);
    expect(tags.state().lines.at(-1)?.colour).toBeNull();
  });
});

test.each([
  ['full', 'job 2'],
  ['unanswered', 'job 1'],
] as const)('a rename that failed (%s) can be tried again as %s', async (code, job) => {
  organized.failWith = failure(code, '');
  await tags.rename('zoo', 'park');
  expect(told.at(-1)?.kind).toBe('error');
  organized.failWith = null;
  told.at(-1)?.action?.run();
  await expect.poll(() => organized.papers[2]).toEqual(['park']);
  await expect.poll(names).toContain('park');
  expect(tags.state().focus?.key).toBe('park');
  expect(organized.sent.at(-1)?.request['job']).toBe(job);
});
