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
import { retagged } from '../../lib/papers/tagTree';
import type { Task } from '../../lib/papers/tasks';
import { annotationsOf } from '../../lib/store/commands/annotations';
import { evict } from '../../lib/store/commands/evict';
import { applyImport, stagePart } from '../../lib/store/commands/importing';
import { beginJob } from '../../lib/store/commands/jobs';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { removeBookmark } from '../../lib/store/commands/removeBookmark';
import { showPapers } from '../../lib/store/commands/showPapers';
import { papersWithin } from '../../lib/store/commands/tags';
import { tagsInUse } from '../../lib/store/commands/tagsInUse';
import { AsterismDatabase } from '../../lib/store/database';
import { openReader } from '../../lib/store/reader';
import { rankTags } from '../../lib/store/tagCounts';
import { bookmark, clock, finish, id, paper, undo } from './support';

const PAPERS = [1, 2, 3];

/** Annotations by paper. */
type Annotations = ReadonlyMap<number, Annotation>;
/** What the reader said, as anyone would write it down: the library, and the trash. */
interface Model {
  library: Annotations;
  trash: Annotations;
}
interface Ground {
  db: AsterismDatabase;
  now: () => Date;
  /** How it was before the last step, to go back to as long as nothing else happens. */
  undo: { step: number; model: Model } | null;
}
type Command = (ground: Ground, model: Model, turn: number) => Promise<Model>;

const n = fc.constantFrom(...PAPERS);
const numbers = fc.uniqueArray(n);
const TAGS = ['rl', 'RL', 'rl/agents', 'vision'];
const someTags = fc.array(fc.constantFrom(...TAGS), { maxLength: 2 });
const bulkParts = {
  starred: fc.boolean(),
  status: fc.constantFrom(null, ...STATUSES),
  addTags: someTags,
  removeTags: someTags,
};
const patches: fc.Arbitrary<AnnotationPatch> = fc.record(
  { ...bulkParts, note: fc.constantFrom('', 'a note', 'another') },
  { requiredKeys: [] },
);

const patching = fc.tuple(n, patches).map(
  ([number, change]): Command =>
    async (ground, model) => {
      const { db, now } = ground;
      const request = { id: id(number), patch: change, paper: paper(number) };
      const patched = await patchAnnotation(db, request, now);
      const at = now().toISOString();
      const next = withPatch(model, number, change, at);
      const old = model.library.get(number) ?? emptyAnnotation(at);
      const answer = next.library.get(number) ?? applyPatch(old, change, at);
      expect(patched?.annotation).toEqual(answer);
      // A patch that changes nothing finds the step of the one before, if it does.
      const isChange = JSON.stringify(answer) !== JSON.stringify(old);
      if (isChange) ground.undo = patched?.undo ? { step: patched.undo, model } : null;
      return next;
    },
);

const removing = n.map(
  (number): Command =>
    async (ground, model) => {
      const step = await removeBookmark(ground.db, id(number), ground.now);
      if (model.library.has(number)) ground.undo = step === null ? null : { step, model };
      return withoutBookmark(model, number);
    },
);

/** A command for many papers, which are known from the history or not at all. */
function many(
  task: fc.Arbitrary<Task>,
  to: (task: Task, model: Model, number: number, at: string) => Model,
): fc.Arbitrary<Command> {
  return fc.tuple(task, numbers).map(
    ([wanted, list]): Command =>
      async (ground, model, turn) => {
        const { db, now } = ground;
        const ids = async () =>
          wanted.kind === 'retag' ? papersWithin(db, wanted.from) : list.map(id);
        const known = new Set(await db.papers.toCollection().primaryKeys());
        const job = await finish(db, await beginJob(db, `${turn}`, wanted, ids, now));
        const papers = wanted.kind === 'retag' ? PAPERS : list;
        const next = papers
          .filter((number) => isKnown(model, number) || known.has(id(number)))
          .reduce((before, number) => to(wanted, before, number, now().toISOString()), model);
        const isChange = JSON.stringify(entries(next)) !== JSON.stringify(entries(model));
        expect(job.changed > 0).toBe(isChange);
        if (isChange) ground.undo = { step: job.step, model };
        return next;
      },
  );
}

const patchingMany = many(
  fc.record(bulkParts, { requiredKeys: [] }).map((patch): Task => ({ kind: 'patch', patch })),
  (task, model, number, at) =>
    task.kind === 'patch' ? withPatch(model, number, task.patch, at) : model,
);
const removingMany = many(fc.constant({ kind: 'remove' }), (_task, model, number) =>
  withoutBookmark(model, number),
);
const restoringMany = many(fc.constant({ kind: 'restore' }), (_task, model, number) => {
  const old = model.trash.get(number);
  if (!old) return model;
  const now = model.library.get(number);
  return {
    library: withAnnotation(model.library, number, now ? mergeAnnotations(now, old) : old),
    trash: withAnnotation(model.trash, number, null),
  };
});
const retagging = many(
  fc
    .tuple(fc.constantFrom(...TAGS), fc.option(fc.constantFrom(...TAGS, 'rl/old', 'x')))
    .map(([from, to]): Task => ({ kind: 'retag', from, to })),
  (task, model, number, at) => {
    const old = model.library.get(number);
    if (!old || task.kind !== 'retag') return model;
    const tags = retagged(old.tags, task.from, task.to);
    if (tags.join('\n') === old.tags.join('\n')) return model;
    const library = withAnnotation(model.library, number, { ...old, tags, tagsAt: at });
    return { ...model, library };
  },
);

const undoing = fc.constant<Command>(async (ground, model) => {
  if (ground.undo === null) return model;
  const { step, model: before } = ground.undo;
  await undo(ground.db, step);
  return before;
});

const importing = fc.array(fc.tuple(n, someTags)).map(
  (list): Command =>
    async (ground, model, turn) => {
      const rows = list.map(
        ([number, tags]): Bookmark => bookmark(number, { tags: [...new Set(tags)].slice(0, 1) }),
      );
      await stagePart(ground.db, { import: `${turn}`, part: 0, bookmarks: rows }, ground.now);
      const applied = await applyImport(ground.db, `${turn}`, ground.now);
      ground.undo = applied.undo === null ? null : { step: applied.undo, model };
      return list.reduce((next, [number], index) => {
        const row = rows[index]?.annotation;
        return row ? withImported(next, number, row) : next;
      }, model);
    },
);

const showing = numbers.map(
  (list): Command =>
    async ({ db, now }, model) => {
      const papers = list.map((number) => paper(number));
      const shown = await showPapers(
        db,
        { address: 'https://huggingface.co/', ids: list.map(id), papers },
        now,
      );
      const bookmarked = list.filter((number) => model.library.has(number));
      expect(Object.keys(shown).sort()).toEqual(bookmarked.map(id).sort());
      return model;
    },
);

const evicting = fc.constant<Command>(async ({ db, now }, model) => {
  await evict(db, { maxAgeDays: 365, maxPapers: 1 }, now());
  return model;
});

const commands = fc.array(
  fc.oneof(
    ...[patching, patching, removing, undoing, undoing, importing, showing, evicting],
    ...[patchingMany, removingMany, restoringMany, retagging],
  ),
  { maxLength: 25, size: 'max' },
);

test('whatever is done in whatever order, library and trash are what plain lists of annotations would be', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (list) => {
      const db = new AsterismDatabase(`model-${crypto.randomUUID()}`);
      const time = clock();
      const ground: Ground = { db, now: time.now, undo: null };
      let model: Model = { library: new Map(), trash: new Map() };
      for (const [turn, command] of list.entries()) {
        time.pass(1_000);
        model = await command(ground, model, turn);
      }
      await expectSame(db, model);
      db.close();
      indexedDB.deleteDatabase(db.name);
    }),
    { numRuns: 80 },
  );
});

/** All ways to read the library agree with the model. */
async function expectSame(db: AsterismDatabase, model: Model): Promise<void> {
  const { library, trash } = entries(model);
  expect(await annotationsOf(db, PAPERS.map(id))).toEqual(library);
  const reader = await openReader(db.name);
  expect(annotationsIn(await reader.first(10))).toEqual(library);
  expect(annotationsIn(await reader.trash())).toEqual(trash);
  const used = Object.values(library).flatMap(({ tags }) => tags);
  const times = (tag: string): number => used.filter((other) => other === tag).length;
  const counted = [...new Set(used)].map((tag) => ({ tag, count: times(tag) }));
  expect(await reader.tags()).toEqual(rankTags(counted));
  expect(await tagsInUse(db)).toEqual(rankTags(counted));
  expect(await reader.count()).toBe(Object.keys(library).length);
  expect(await db.bookmarks.count()).toBe(Object.keys(library).length);
  reader.close();
}

const annotationsIn = (bookmarks: readonly Bookmark[]) =>
  Object.fromEntries(bookmarks.map(({ paper: { id: of }, annotation }) => [of, annotation]));

function entries({ library, trash }: Model) {
  const byId = (annotations: Annotations) =>
    Object.fromEntries(
      [...annotations].sort().map(([number, annotation]) => [id(number), annotation]),
    );
  return { library: byId(library), trash: byId(trash) };
}

const isKnown = ({ library, trash }: Model, number: number): boolean =>
  library.has(number) || trash.has(number);

/** A new bookmark brings back what is in the trash; of two notes the old one stays there. */
function withPatch(model: Model, number: number, change: AnnotationPatch, at: string): Model {
  const old = model.library.get(number);
  const next = applyPatch(old ?? emptyAnnotation(at), change, at);
  const trashed = model.trash.get(number);
  if (old || isEmpty(next) || !trashed) {
    return { ...model, library: withAnnotation(model.library, number, next) };
  }
  const both = next.note.trim() !== '' && trashed.note.trim() !== '';
  const back = both ? { ...trashed, note: '', noteAt: null } : trashed;
  return {
    library: withAnnotation(model.library, number, mergeAnnotations(next, back)),
    trash: both ? model.trash : withAnnotation(model.trash, number, null),
  };
}

function withImported(model: Model, number: number, row: Annotation): Model {
  const known = model.library.get(number);
  if (known) {
    return {
      ...model,
      library: withAnnotation(model.library, number, mergeAnnotations(known, row)),
    };
  }
  const trashed = model.trash.get(number);
  return {
    library: withAnnotation(model.library, number, trashed ? mergeAnnotations(row, trashed) : row),
    trash: withAnnotation(model.trash, number, null),
  };
}

function withoutBookmark(model: Model, number: number): Model {
  const old = model.library.get(number);
  if (!old) return model;
  const trashed = model.trash.get(number);
  return {
    library: withAnnotation(model.library, number, null),
    trash: withAnnotation(model.trash, number, trashed ? mergeAnnotations(old, trashed) : old),
  };
}

function withAnnotation(
  annotations: Annotations,
  number: number,
  annotation: Annotation | null,
): Annotations {
  const next = new Map(annotations);
  if (annotation === null || isEmpty(annotation)) next.delete(number);
  else next.set(number, annotation);
  return next;
}
