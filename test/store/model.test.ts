import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Annotation,
  type AnnotationPatch,
  applyPatch,
  emptyAnnotation,
  isEmpty,
  STATUSES,
} from '../../lib/papers/annotation';
import type { Bookmark } from '../../lib/papers/bookmark';
import { mergeAnnotations } from '../../lib/papers/merging';
import { annotationsOf } from '../../lib/store/commands/annotations';
import { evict } from '../../lib/store/commands/evict';
import { applyImport, stagePart } from '../../lib/store/commands/importing';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import { showPapers } from '../../lib/store/commands/showPapers';
import { tagsInUse } from '../../lib/store/commands/tagsInUse';
import { undoStep } from '../../lib/store/commands/undoStep';
import { AsterismDatabase } from '../../lib/store/database';
import { openReader } from '../../lib/store/reader';
import { bookmark, clock, id, paper } from './support';

const PAPERS = [1, 2, 3, 4];

/** The library as anyone would write it down: annotations by paper. */
type Model = Map<number, Annotation>;
interface Ground {
  db: AsterismDatabase;
  now: () => Date;
  /** The library before the last step, to go back to as long as nothing else happens. */
  undo: { step: number; model: Model } | null;
}
type Command = (ground: Ground, model: Model, turn: number) => Promise<Model>;

const n = fc.constantFrom(...PAPERS);
const someTags = fc.array(fc.constantFrom('rl', 'RL', 'agents', 'vision'), { maxLength: 2 });
const patches: fc.Arbitrary<AnnotationPatch> = fc.record(
  {
    starred: fc.boolean(),
    status: fc.constantFrom(null, ...STATUSES),
    addTags: someTags,
    removeTags: someTags,
    note: fc.constantFrom('', 'a note', 'another'),
  },
  { requiredKeys: [] },
);

const patching = fc.tuple(n, patches).map(
  ([number, change]): Command =>
    async (ground, model) => {
      const { db, now } = ground;
      const request = { id: id(number), patch: change, paper: paper(number) };
      const patched = await patchAnnotation(db, request, now);
      const at = now().toISOString();
      const old = model.get(number) ?? emptyAnnotation(at);
      const next = applyPatch(old, change, at);
      expect(patched?.annotation).toEqual(next);
      // A patch that changes nothing finds the step of the one before, if it does.
      const isChange = JSON.stringify(next) !== JSON.stringify(old);
      if (isChange) ground.undo = patched?.undo ? { step: patched.undo, model } : null;
      return withAnnotation(model, number, next);
    },
);

const removing = n.map(
  (number): Command =>
    async (ground, model) => {
      const step = await removeBookmark(ground.db, id(number), ground.now);
      if (model.has(number)) ground.undo = step === null ? null : { step, model };
      return withAnnotation(model, number, null);
    },
);

const undoing = fc.constant<Command>(async (ground, model) => {
  if (ground.undo === null) return model;
  const { step, model: before } = ground.undo;
  await undoStep(ground.db, step);
  return before;
});

const importing = fc.array(fc.tuple(n, someTags)).map(
  (list): Command =>
    async (ground, model, turn) => {
      const rows = list.map(
        ([number, tags]): Bookmark => bookmark(number, { tags: [...new Set(tags)].slice(0, 1) }),
      );
      await stagePart(ground.db, { import: `${turn}`, part: 0, bookmarks: rows }, ground.now);
      const { undo } = await applyImport(ground.db, `${turn}`, ground.now);
      ground.undo = undo === null ? null : { step: undo, model };
      return list.reduce((next, [number], index) => {
        const known = next.get(number);
        const row = rows[index]?.annotation ?? null;
        return withAnnotation(next, number, known && row ? mergeAnnotations(known, row) : row);
      }, model);
    },
);

const showing = fc.array(n).map(
  (numbers): Command =>
    async ({ db, now }, model) => {
      const page = {
        listing: '/',
        ids: numbers.map(id),
        papers: numbers.map((number) => paper(number)),
      };
      const shown = await showPapers(db, page, now);
      expect(Object.keys(shown).sort()).toEqual(
        [...new Set(numbers)]
          .filter((number) => model.has(number))
          .map(id)
          .sort(),
      );
      return model;
    },
);

const evicting = fc.constant<Command>(async ({ db, now }, model) => {
  await evict(db, { maxAgeDays: 365, maxPapers: 1 }, now);
  return model;
});

test('whatever is done in whatever order, the library is what a plain list of annotations would be', async () => {
  const commands = fc.array(
    fc.oneof(patching, patching, removing, undoing, importing, showing, evicting),
    {
      maxLength: 12,
    },
  );
  await fc.assert(
    fc.asyncProperty(commands, async (list) => {
      const db = new AsterismDatabase(`model-${crypto.randomUUID()}`);
      const time = clock();
      const ground: Ground = { db, now: time.now, undo: null };
      let model: Model = new Map();
      for (const [turn, command] of list.entries()) {
        time.pass(1_000);
        model = await command(ground, model, turn);
      }
      await expectSame(db, model);
      db.close();
      indexedDB.deleteDatabase(db.name);
    }),
    { numRuns: 60 },
  );
});

/** All ways to read the library agree with the model. */
async function expectSame(db: AsterismDatabase, model: Model): Promise<void> {
  const wanted = Object.fromEntries(
    [...model].map(([number, annotation]) => [id(number), annotation]),
  );
  expect(await annotationsOf(db, PAPERS.map(id))).toEqual(wanted);
  const reader = await openReader(db.name);
  for (const sort of ['starred', 'published', 'title'] as const) {
    const rows = await reader.first(sort, 10);
    expect(Object.fromEntries(rows.map((row) => [row.id, row.annotation]))).toEqual(wanted);
  }
  expect(await reader.tags()).toEqual(await tagsInUse(db));
  reader.close();
}

function withAnnotation(model: Model, number: number, annotation: Annotation | null): Model {
  const next = new Map(model);
  if (annotation === null || isEmpty(annotation)) next.delete(number);
  else next.set(number, annotation);
  return next;
}
