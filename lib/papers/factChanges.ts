import { type FieldChange, fieldsBetween, fieldsTakenBack } from './fieldChanges';
import type { Paper, Source, Sources } from './paper';
import { FACTS } from './sources';

/** A fact with all that is said about it: none of it changes, or is taken back, without the rest. */
interface Statement {
  value: unknown;
  source?: Source;
  /** Of authors. */
  more?: boolean;
}

/** What changed of a paper's facts, or null if nothing did. */
export function factsBetween(before: Paper, after: Paper): FieldChange | null {
  return fieldsBetween(statementsIn(before), statementsIn(after));
}

/** A paper with each fact as it was before a change, unless it was stated again since. */
export function factsTakenBack(now: Paper, change: FieldChange): Paper {
  const statements = fieldsTakenBack(statementsIn(now), change);
  const facts: Record<string, unknown> = { id: now.id };
  const sources: Sources = {};
  for (const name of [...FACTS, 'familyNames'] as const) {
    const statement = statements[name] as Statement | undefined; // as `statementsIn` has made them
    if (statement === undefined) continue;
    facts[name] = statement.value;
    if (statement.more) facts['moreAuthors'] = true;
    if (statement.source !== undefined && name !== 'familyNames') sources[name] = statement.source;
  }
  if (Object.keys(sources).length > 0) facts['sources'] = sources;
  return facts as unknown as Paper; // each fact is from a paper
}

function statementsIn(paper: Paper): Record<string, Statement> {
  const { sources = {}, moreAuthors, familyNames } = paper;
  const statements: Record<string, Statement> = {};
  for (const fact of FACTS) {
    const [value, source] = [paper[fact], sources[fact]];
    if (value !== undefined) statements[fact] = { value, ...(source && { source }) };
  }
  if (moreAuthors)
    statements['authors'] = { ...statements['authors'], value: paper.authors, more: true };
  if (familyNames) statements['familyNames'] = { value: familyNames };
  return statements;
}
