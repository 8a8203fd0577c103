import type { JSX } from 'preact';
import type { Problem } from '../../lib/papers/query/problems';
import { text } from '../../lib/text/text';

export interface QueryProblemsProps {
  id: string;
  query: string;
  problems: readonly Problem[];
}

/** Problems that are listed; the rest is seen when these are gone. */
const MOST = 2;

/** Where a search could not be read, and how it was read instead. */
export function QueryProblems({ id, query, problems }: QueryProblemsProps): JSX.Element {
  return (
    <div id={id} class="query-problems" role="status">
      {problems.slice(0, MOST).map(({ code, from, to, value }) => (
        <p key={`${code} ${from}`}>
          <code>{shortened(query.slice(from, to))}</code> {text(code, value)}
        </p>
      ))}
    </div>
  );
}

function shortened(part: string): string {
  const letters = [...part.slice(0, 100)];
  return letters.length > 24 ? `${letters.slice(0, 24).join('')}…` : part;
}
