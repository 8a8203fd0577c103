import type { JSX } from 'preact';
import { type TextKey, text } from '../../lib/text/text';

/** What one can type, and what it means. */
const EXAMPLES: readonly (readonly [typed: string, means: TextKey])[] = [
  ['tag:rl', 'queryHintTag'],
  ['is:unread', 'queryHintIs'],
  ['author:name', 'queryHintAuthor'],
  ['title:word', 'queryHintTitle'],
  ['note:word', 'queryHintNote'],
  ['year:2025', 'queryHintYear'],
  ['"exact words"', 'syntaxPhrase'],
  ['-word', 'syntaxNot'],
  ['a OR b', 'syntaxOr'],
];

/** What a search can say, for the moment in which nothing is typed yet. `id` names it for its field. */
export function QuerySyntax({ id }: { id: string }): JSX.Element {
  return (
    <div id={id} class="query-syntax">
      <dl>
        {EXAMPLES.map(([typed, means]) => (
          <div key={typed} style={{ display: 'contents' }}>
            <dt>{typed}</dt>
            <dd>{text(means)}</dd>
          </div>
        ))}
      </dl>
      <p>{text('syntaxMore')}</p>
    </div>
  );
}
