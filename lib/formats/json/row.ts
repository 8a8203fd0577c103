import type * as z from 'zod/mini';
import type { Bookmark } from '../../papers/bookmark';
import { fits } from '../../papers/limits';
import { forParts, forTimes, PARTS, type PartName } from '../../papers/parts/parts';
import { bookmarkSchema } from '../../papers/schemas';
import { withOwnSources } from '../../papers/sources';
import type { RowProblem } from '../problems';
import { FACT_FIELDS, KNOWN_PARTS } from './envelope';
import { faultOf, fieldPath, valueAt } from './faults';
import { unknownFields } from './record';
import { earliestOf, repairTags, repairTime } from './repairs';

/** What a record turned out to be. `leftOut` names facts that could not be read; the rest is whole. */
export type RowOutcome =
  | { ok: true; bookmark: Bookmark; leftOut: RowProblem[] }
  | { ok: false; reason: RowProblem };

/** Reads one record. `at` is when it counts as created if it says nothing of time at all. */
export function readRow(value: unknown, at: string): RowOutcome {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, reason: { code: 'notRecord' } };
  }
  const record = new Map<string, unknown>(Object.entries(value));
  const candidate = { paper: paperOf(record), annotation: annotationOf(record, at) };
  const extra = unknownFields(value);
  const whole = extra === undefined ? candidate : { ...candidate, extra };
  const read = bookmarkSchema.safeParse(whole);
  const outcome: RowOutcome = read.success
    ? { ok: true, bookmark: withOwn(read.data), leftOut: [] }
    : withoutBadFacts(whole, read.error.issues);
  return !outcome.ok || fits(outcome.bookmark)
    ? outcome
    : { ok: false, reason: { code: 'tooLarge' } };
}

interface Candidate {
  paper: Record<string, unknown>;
  annotation: Record<string, unknown>;
}

/** A site's facts can be read again, so a bad one does not cost the row; what the reader said is never guessed. */
function withoutBadFacts(candidate: Candidate, issues: readonly z.core.$ZodIssue[]): RowOutcome {
  const paper = new Map(Object.entries(candidate.paper));
  const leftOut: RowProblem[] = [];
  for (const issue of issues) {
    const [part, field, ...inner] = issue.path;
    const isFact = part === 'paper' && FACT_FIELDS.some((name) => name === field);
    const problem: RowProblem = {
      code: 'field',
      field: fieldPath([field ?? '', ...inner]),
      fault: faultOf(issue, valueAt(candidate, issue.path)),
    };
    if (!isFact) return { ok: false, reason: problem };
    paper.delete(String(field));
    leftOut.push(problem);
  }
  const rest = { authors: [], ...Object.fromEntries(paper) };
  const bookmark = withOwn(bookmarkSchema.parse({ ...candidate, paper: rest }));
  return { ok: true, bookmark, leftOut };
}

/** A record may name sources of what it does not have. */
function withOwn(bookmark: Bookmark): Bookmark {
  return { ...bookmark, paper: withOwnSources(bookmark.paper) };
}

function paperOf(record: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const facts: [string, unknown][] = [];
  for (const field of FACT_FIELDS) {
    const value = record.get(field);
    if (value !== undefined && value !== null && !isUnknownOnly(field, value)) {
      facts.push([field, value]);
    }
  }
  return {
    id: record.get('id'),
    title: record.get('title'),
    authors: [],
    ...Object.fromEntries(facts),
  };
}

/** Whether an object has nothing that this version knows: what it has is among the unknown fields. */
function isUnknownOnly(field: string, value: unknown): boolean {
  const known = KNOWN_PARTS.get(field);
  if (known === undefined || typeof value !== 'object' || value === null) return false;
  const parts = Object.keys(value);
  return parts.length > 0 && !parts.some((part) => known.includes(part));
}

/** What the reader said; a bad value stays, for the schema to name it: nothing of it is guessed. */
function annotationOf(record: ReadonlyMap<string, unknown>, at: string): Record<string, unknown> {
  const time = (field: string): unknown => repairTime(record.get(field) ?? null);
  const times = forTimes(time);
  return {
    ...forParts((part) => partIn(part, record.get(part))),
    ...times,
    createdAt: time('createdAt') ?? earliestOf(Object.values(times)) ?? at,
  };
}

function partIn(part: PartName, stated: unknown): unknown {
  const value = stated ?? PARTS[part].empty();
  return part === 'tags' ? repairTags(value) : value;
}
