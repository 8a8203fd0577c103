import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { renderLive } from '../../components/renderLive';

let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
});
afterEach(() => place.remove());

function Field({ name }: { name: string }): JSX.Element {
  const id = useId();
  return (
    <p>
      <label for={id}>{name}</label>
      <input id={id} />
    </p>
  );
}

function Form({ names }: { names: string[] }): JSX.Element {
  return (
    <>
      {names.map((name) => (
        <Field key={name} name={name} />
      ))}
    </>
  );
}

test('a field that comes with later props has a label of its own, as have those before', async () => {
  const change = renderLive(Form, { names: ['Title'] }, place);
  change({ names: ['Title', 'Note'] });
  for (const name of ['Title', 'Note']) {
    await expect.element(page.getByRole('textbox', { name, exact: true })).toBeVisible();
  }
  expect(new Set([...place.querySelectorAll('input')].map(({ id }) => id)).size).toBe(2);
});
