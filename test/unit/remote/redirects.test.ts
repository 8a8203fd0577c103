import { describe, expect, test } from 'vitest';
import { movedTo } from '../../../lib/remote/redirects';

/** A server that sends on to an address, which answers with a status. Without one: the browser does not say where. */
function sending(to: string | null, status = 401) {
  const asked: [string, RequestInit][] = [];
  const ask = async (address: string, init: RequestInit): Promise<Response> => {
    asked.push([address, init]);
    if (to === null) throw new TypeError('Failed to fetch');
    const answer = new Response(null, { status });
    Object.defineProperties(answer, { redirected: { value: true }, url: { value: to } });
    return answer;
  };
  return { ask, asked };
}

describe('a folder’s address that sends us on', () => {
  test('leads to where a folder answers, whoever asks', async () => {
    for (const status of [207, 401, 403, 404]) {
      const { ask } = sending('https://cloud.example/dav/files/?from=old#top', status);
      expect(await movedTo({ address: 'https://old.example/dav/' }, ask)).toEqual({
        address: 'https://cloud.example/dav/files/',
        isGuess: false,
      });
    }
  });

  test('leads nowhere where a page answers: of a hotel, or one to log in on', async () => {
    for (const status of [200, 204, 405, 500]) {
      const { ask } = sending('https://login.example/', status);
      expect(await movedTo({ address: 'https://old.example/dav/' }, ask)).toBeNull();
    }
  });

  test('is asked once, and told neither user nor password', async () => {
    const { ask, asked } = sending('https://cloud.example/dav');
    expect(await movedTo({ address: 'https://old.example/dav/' }, ask)).toEqual({
      address: 'https://cloud.example/dav/',
      isGuess: false,
    });
    expect(asked).toHaveLength(1);
    const [, { headers, credentials, redirect }] = asked[0] ?? ['', {}];
    expect(new Headers(headers).has('Authorization')).toBe(false);
    expect({ credentials, redirect }).toEqual({ credentials: 'omit', redirect: 'follow' });
  });

  test.each([
    ['http://nas.example/dav/', 'https://nas.example/dav/'],
    ['http://nas.example:8080/dav/', 'https://nas.example/dav/'],
  ])('is taken for the same over https where the browser does not say: %s', async (address, to) => {
    const { ask } = sending(null);
    expect(await movedTo({ address }, ask)).toEqual({ address: to, isGuess: true });
  });

  test('is not guessed where it is https already', async () => {
    const { ask } = sending(null);
    expect(await movedTo({ address: 'https://nas.example/dav/' }, ask)).toBeNull();
  });
});
