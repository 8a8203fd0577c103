import { describe, expect, test } from 'vitest';
import type { Decoded } from '../../../lib/formats/decoded';
import type { ExportFormatId } from '../../../lib/formats/exportFormats';
import { exportedText } from './exported';
import { bookmarksIn, starred } from './files';
import { read } from './reading';

async function decoded(text: string): Promise<Decoded[]> {
  return (await read(text)).decoded;
}

const EXTRA = [
  'version: 1',
  'ADS Bibcode: 2024arXiv240110342R',
  'GSCC: 0000123',
  'ZSCC: NoCitationData[s0]',
  '0 citations (Semantic Scholar/arXiv) [2024-02-01]',
  '1,234 citations (Crossref) [2024-02-01]',
  'Citation Key: doe2024',
  'tex.eprintclass: cs.CL',
  '_eprint: 2401.10341',
  'arXiv:2401.10341 [cs, math]',
  'PMID: 12345678',
  'DOI: 10.1000/182',
  'type: article',
  'Publisher: arXiv',
  'number: arXiv:2401.10341',
  'original-date: 2023-01-01',
  '_tldr: We plan',
  '{:container-title: Nets}',
];

async function noteOf(text: string): Promise<string | undefined> {
  return bookmarksIn(await decoded(text))[0]?.annotation.note;
}

describe('what Zotero and its plugins keep in "Extra" is not the reader’s note', () => {
  test.each(EXTRA)('%s', async (line) => {
    const item = { id: 'a', type: 'article', number: 'arXiv:2401.10341', note: line };
    expect(await noteOf(JSON.stringify([item]))).toBe('');
    const ris = `TY  - JOUR\nAN  - arXiv:2401.10341\nN1  - ${line}\nER  - `;
    expect(await noteOf(ris)).toBe('');
    const latex = line.replace(/[_{}]/g, '\\$&');
    expect(await noteOf(`@misc{a, eprint={2401.10341}, note={${latex}}}`)).toBe('');
  });

  test.each([
    ['Read_Status: Read', 'read'],
    ['Read_Status: In Progress\nRead_Status_Date: 2024-02-01T00:00:00Z', 'reading'],
  ])('but a status in it is: %j', async (note, status) => {
    const item = { id: 'a', type: 'article', number: 'arXiv:2401.10341', note };
    expect(bookmarksIn(await decoded(JSON.stringify([item])))[0]?.annotation).toMatchObject({
      note: '',
      status,
    });
  });

  test('a paper of which nothing else is said is to read', async () => {
    const item = { id: 'a', type: 'article', number: 'arXiv:2401.10341', note: 'version: 1' };
    expect(bookmarksIn(await decoded(JSON.stringify([item])))[0]).toMatchObject({
      isImplied: true,
      annotation: { status: 'to-read' },
    });
  });

  test('what the reader wrote between such lines stays', async () => {
    const note =
      'version: 1\nType: a theory paper\nStatus: read again\nGSCC: 12\n\nDOI is wrong: check';
    const item = { id: 'a', type: 'article', number: 'arXiv:2401.10341', note };
    expect(await noteOf(JSON.stringify([item]))).toBe(
      'Type: a theory paper\nStatus: read again\n\nDOI is wrong: check',
    );
  });

  test.each<ExportFormatId>(['bibtex', 'biblatex', 'csl-json', 'ris', 'csv'])(
    'and a note of ours that looks like it comes back from %s',
    async (format) => {
      const { paper, annotation } = starred(1, 'version: 2\nPMID: 12345678');
      expect(await noteOf(await exportedText(format, [{ paper, annotation }]))).toBe(
        annotation.note,
      );
    },
  );
});

describe('what Zotero keeps comes in from its JSON', () => {
  const item = {
    itemType: 'preprint',
    title: 'Nets <i>That</i> Plan',
    abstractNote: 'We plan.',
    date: '2024-01-05',
    url: 'https://arxiv.org/abs/2401.10412',
    creators: [
      { firstName: 'Ana', lastName: 'Garcia Lopez', creatorType: 'author' },
      { name: 'Google DeepMind', creatorType: 'author' },
      { firstName: 'Ed', lastName: 'Itor', creatorType: 'editor' },
    ],
    tags: [{ tag: 'planning' }, 'nets'],
    notes: [{ note: '<p>Mine</p>' }],
    extra: 'arXiv:2401.10412 [cs]\nversion: 1',
    dateAdded: '2024-02-01T10:00:00Z',
  };
  const note = { itemType: 'note', note: 'alone' };

  test.each([
    ['Better BibTeX', { config: { label: 'BetterBibTeX JSON' }, items: [item, note] }],
    [
      'Better BibTeX with collections',
      { config: {}, collections: { A: { name: 'x', items: [1, 2] } }, items: [item, note] },
    ],
    ['Zotero’s programs’ interface', [{ key: 'A', version: 1, data: item }, { data: note }]],
  ])('%s', async (_, file) => {
    const all = await decoded(JSON.stringify(file));
    const [bookmark] = bookmarksIn(all);
    expect(bookmark).toMatchObject({
      paper: {
        id: 'arxiv:2401.10412',
        title: 'Nets That Plan',
        abstract: 'We plan.',
        authors: ['Ana Garcia Lopez', 'Google DeepMind'],
        familyNames: { 'Ana Garcia Lopez': 'Garcia Lopez' },
        publishedAt: '2024-01-05',
      },
      annotation: {
        tags: ['nets', 'planning'],
        note: 'Mine',
        createdAt: '2024-02-01T10:00:00.000Z',
      },
    });
    expect(all).toHaveLength(2);
  });
});
