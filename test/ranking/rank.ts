import { LEARNING } from '../../lib/ranking/logistic';
import { WEIGHING } from '../../lib/ranking/weighing';
import { cardMarks } from './cardMarks';
import { costsOf } from './costs';
import { type Choices, realChoices } from './data';
import { evaluate, type Figure, type Prepared, prepare } from './evaluate';
import { generatedChoices } from './generated';
import { averagePrecision, mean } from './measures';
import { logistic, METHODS } from './methods';
import { passingOverFewer, withFew } from './splits';
import { byColumn, byReader, shown, table } from './tables';
import { VARIANTS } from './variants';

const MAIN = 0.6;
const SHARES = [0.4, 0.5, 0.6, 0.7, 0.8];
const FEW = [5, 10, 20, 40];
const FEWER = [1, 4, 16];
const BASELINE = 'logistic, plain TF-IDF';

/** Evaluates the ranking and gives the tables of docs/ranking.md. */
export function rankingTables(folder: string, say: (line: string) => void): string {
  const real = realChoices(folder);
  if (real === null) {
    say(
      'The real papers and readers are not here: what follows is of generated ones, and measures nothing but that it works.',
    );
  }
  const choices = real ?? generatedChoices();
  say(`${choices.source}; ${costsOf(choices)}`);
  const prepared = prepare(choices);
  const main = evaluate(prepared, METHODS, prepared.splits([MAIN]));
  return [
    sizes(main),
    '### One list of all that comes later',
    byReader(main, BASELINE),
    '### At other moments',
    byColumn(
      evaluate(prepared, METHODS, prepared.splits(SHARES)),
      ({ split }) => `${split.share * 100} %`,
    ),
    '### From few choices',
    fewChoices(prepared),
    '### From less that was passed over',
    fewerPassedOver(prepared),
    '### A mark on cards',
    cardMarks(prepared, prepared.splits([MAIN])),
    '### What else was tried',
    byColumn([...variants(choices), ...older(prepared)], ({ split }) => `${split.share * 100} %`),
    '### Chosen without the reader',
    leftOut(prepared),
  ].join('\n\n');
}

function sizes(figures: readonly Figure[]): string {
  const splits = [...new Map(figures.map(({ split }) => [split.reader, split])).values()];
  return table(
    ['reader', 'chosen before', 'passed over before', 'to find', 'among'],
    splits.map(({ reader, examples, future, isChosen }) => {
      const chosen = examples.filter((example) => example.chosen).length;
      const toFind = future.filter(isChosen).length;
      return [reader, ...[chosen, examples.length - chosen, toFind, future.length].map(String)];
    }),
  );
}

function fewChoices(prepared: Prepared): string {
  const splits = prepared.splits([MAIN]);
  const figures = FEW.flatMap((count) =>
    evaluate(
      prepared,
      METHODS,
      splits.map((split) => ({ ...withFew(split, count), share: count })),
    ),
  );
  return byColumn(figures, ({ split }) => `${split.share} choices`);
}

function fewerPassedOver(prepared: Prepared): string {
  const splits = prepared.splits([MAIN]);
  const figures = FEWER.flatMap((one) =>
    evaluate(
      prepared,
      METHODS.slice(-1),
      splits.map((split) => ({ ...passingOverFewer(split, one), share: one })),
    ),
  );
  return byColumn(figures, ({ split }) => (split.share === 1 ? 'all' : `1 in ${split.share}`));
}

/** The product's method with other features. */
function variants(choices: Choices): Figure[] {
  return Object.entries(VARIANTS).flatMap(([name, read]) => {
    const other = prepare(choices, read);
    return evaluate(other, [logistic(name)], other.splits(SHARES));
  });
}

/** The product's method where what is old counts less. */
function older(prepared: Prepared): Figure[] {
  const methods = [90, 365].map((days) =>
    logistic(`half the weight after ${days} days`, WEIGHING, LEARNING, days),
  );
  return evaluate(prepared, methods, prepared.splits(SHARES));
}

/** For each reader the setting that was best for the others, and what it is worth to this one. */
function leftOut(prepared: Prepared): string {
  const settings = [0.5, 0.75, 1].flatMap((rarity) =>
    [1e-5, 1e-4, 1e-3].flatMap((decay) =>
      [0.3, 0.5, 0.7].map((balance) => ({
        name: `rarity ${rarity}, decay ${decay}, balance ${balance}`,
        method: logistic('', { ...WEIGHING, rarity }, { ...LEARNING, decay, balance }),
      })),
    ),
  );
  const splits = prepared.splits(SHARES);
  const readers = [...prepared.choices.readers.keys()];
  const worth = settings.map(({ name, method }) => {
    const each = splits.map((split) => averagePrecision(prepared.rank(method, split)));
    const of = (reader: string) => mean(each.filter((_, at) => splits[at]?.reader === reader));
    return { name, by: new Map(readers.map((reader) => [reader, of(reader)])) };
  });
  const rows = readers.map((reader) => {
    const others = (by: Map<string, number>) =>
      mean([...by].flatMap(([one, value]) => (one === reader ? [] : value)));
    const [best] = [...worth].sort((a, b) => others(b.by) - others(a.by));
    const own = worth.map(({ by }) => by.get(reader) ?? 0);
    return [
      reader,
      best?.name ?? '',
      shown(best?.by.get(reader) ?? 0),
      `${shown(Math.min(...own))} to ${shown(Math.max(...own))}`,
    ];
  });
  return table(['reader', 'best for the others', 'worth to this one', 'of all settings'], rows);
}
