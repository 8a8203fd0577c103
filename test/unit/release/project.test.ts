import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

test('the workflow runs what README calls everything', () => {
  const { jobs } = parse(read('.github/workflows/test.yml'));
  const commands: string[] = jobs.test.steps.flatMap((step: { run?: string }) => step.run ?? []);
  expect(commands).toEqual(['.ci/run']);
  accessSync(join(ROOT, '.ci/run'), constants.X_OK);
  expect(read('.ci/run')).toContain('npm ci && npm test');
  expect(read('README.md')).toContain('npm ci && npm test');
});

test('each issue template has a name and says what it is for', () => {
  const folder = '.github/ISSUE_TEMPLATE';
  const templates = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.md'));
  expect(templates).not.toEqual([]);
  for (const name of templates) {
    const [, head = '', body = ''] = read(`${folder}/${name}`).split('---\n');
    expect(parse(head), name).toMatchObject({
      name: expect.any(String),
      about: expect.any(String),
    });
    expect(body, name).toContain('**');
  }
});

test('the icon is there in every size that browsers and stores ask for, and has that size', () => {
  for (const size of [16, 32, 48, 96, 128]) {
    const png = readFileSync(join(ROOT, `public/icon/${size}.png`));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
});

describe.each(['README.md', 'CONTRIBUTING.md', 'PRIVACY.md', 'SECURITY.md', 'store/README.md'])(
  '%s',
  (document) => {
    const text = read(document);

    test('names no command that does not exist', () => {
      const { scripts } = JSON.parse(read('package.json'));
      const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
      expect(named.filter((name) => !(name in scripts))).toEqual([]);
    });

    test('links to files and sections that are there', () => {
      const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, to = '']) => to);
      expect(links.filter((to) => !leadsSomewhere(document, to))).toEqual([]);
    });
  },
);

function leadsSomewhere(from: string, link: string): boolean {
  const [path = '', section] = link.split('#');
  const to = path === '' ? from : join(dirname(from), path);
  if (!existsSync(join(ROOT, to))) return false;
  return section === undefined || sectionsOf(read(to)).includes(section);
}

function sectionsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
