import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { CONTRACT } from '../../lib/messages/contract';
import { messagesPage, type Told } from './messagesPage';

const file = (path: string): string => new URL(`../../${path}`, import.meta.url).pathname;

function told(): Map<string, Told> {
  return new Map(
    Object.entries(CONTRACT).map(([name, { from, request }]) => {
      const { shape } = (request as unknown as z.ZodMiniObject)._zod.def; // every request is an object
      const fields = Object.entries(shape).map(([field, type]) =>
        type._zod.optin === 'optional' ? `${field}?` : field,
      );
      return [name, { from, fields }];
    }),
  );
}

test('docs/messages.md says what the worker enforces', async () => {
  const source = ['messages', 'syncMessages']
    .map((name) => readFileSync(file(`lib/messages/${name}.ts`), 'utf8'))
    .join('');
  await expect(messagesPage(told(), source)).toMatchFileSnapshot(file('docs/messages.md'));
});

test('a message that a card may send cannot be missed in it', () => {
  const page = messagesPage(new Map([['x.y', { from: ['card'], fields: ['a', 'b?'] }]]), '');
  expect(page).toContain('| `x.y` | yes | – | `a`, `b?` |');
});
