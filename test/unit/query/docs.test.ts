import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Status } from '../../../lib/papers/annotation';
import type { PaperId } from '../../../lib/papers/ids';
import { STATES } from '../../../lib/papers/query/fields';
import { type Entry, matches } from '../../../lib/papers/query/matches';
import { parseQuery } from '../../../lib/papers/query/parse';
import { FIELDS } from '../../../lib/papers/query/tokens';
import { entry, NOW } from './queries';

const page = readFileSync(new URL('../../../docs/query-language.md', import.meta.url), 'utf8');
const sections = page.split(/^## /m);
const papers = rows(sections[0] ?? '').map(readPaper);
const examples = sections.slice(1).flatMap((section) =>
  rows(section).map(([query = '', found = '', said = '']) => ({
    query: query.replace(/^`|`$/g, ''),
    found: found.split(' ').filter((name) => name !== ''),
    said: section.startsWith('When something') && said !== '' ? [said] : [],
  })),
);

/** The cells of a table's rows, without its head. */
function rows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
}

function readPaper(cells: string[]): { name: string; entry: Entry } {
  const [name = '', title = '', authors, organization, published, added, site = ''] = cells;
  const [star, status, tags, note = '', venue = '', versions = ''] = cells.slice(7);
  const [versionRead, version] = versions.split(', ').map(Number);
  const [, fullname, slug] = /^(.*) \((.*)\)$/.exec(organization ?? '') ?? [];
  const id = new RegExp(`(arxiv:[\\d.]+) \\(${name}\\)`).exec(sections[0] ?? '')?.[1];
  const [year = 0, month = 0, day = 0] = (added ?? '').split('-').map(Number);
  const list = (cell = ''): string[] => (cell === '' ? [] : cell.split(', '));
  return {
    name,
    entry: entry(
      {
        id: id as PaperId, // the page gives one for each
        title,
        authors: list(authors),
        organization: slug === undefined ? undefined : { name: slug, fullname },
        publishedAt: published === '' ? undefined : published,
        venue: venue === '' ? undefined : venue,
        ...(version !== undefined && { version, versionRead }),
        withdrawn: versions === 'withdrawn' || undefined,
      },
      {
        starred: star === 'yes',
        status: status === '' ? null : (status as Status), // the page has no others
        tags: list(tags),
        note,
      },
      { addedAt: new Date(year, month - 1, day, 9).toISOString(), seenOn: [site] },
    ),
  };
}

describe('the page on the query language', () => {
  test.each(examples)('$query finds $found', ({ query, found, said }) => {
    const reading = parseQuery(query, NOW);
    const names = papers.filter((one) => matches(reading.query, one.entry)).map(({ name }) => name);
    expect(names).toEqual(found);
    expect(reading.problems.map(({ code }) => code)).toEqual(said);
  });

  test('has its papers and its examples', () => {
    expect(papers.map(({ name }) => name).join('')).toBe('ABCDEF');
    expect(new Set(papers.map((one) => one.entry.paper.id)).size).toBe(6);
    expect(examples.length).toBeGreaterThan(70);
  });

  test('leaves out no field and no state', () => {
    const all = examples.map(({ query }) => query).join(' ');
    for (const field of FIELDS) expect(all).toContain(`${field}:`);
    for (const state of STATES) expect(all).toContain(`is:${state}`);
  });
});
