// Evaluates how papers are ranked by the reader's own library, and prints the tables of docs/ranking.md.
//   npm run rank                          on the papers and readers in ../shared/papers, else on generated ones
//   npm run rank -- --papers FOLDER       on those of another folder
//   npm run rank -- --write               puts the tables into docs/ranking.md
import { readFileSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const pathOf = (name: string): string => new URL(`../${name}`, import.meta.url).pathname;
const args = process.argv.slice(2);
const at = args.indexOf('--papers');
const folder = at < 0 ? pathOf('../shared/papers') : (args[at + 1] ?? '');

const { module } = await runnerImport<typeof import('../test/ranking/rank.ts')>(
  pathOf('test/ranking/rank.ts'),
);
const tables = module.rankingTables(folder, (line: string) => console.log(`${line}\n`));
console.log(tables);
if (args.includes('--write')) {
  const page = pathOf('docs/ranking.md');
  const [before = ''] = readFileSync(page, 'utf8').split(/(?<=<!-- tables -->\n)/);
  writeFileSync(page, `${before}\n${tables}\n`);
}
