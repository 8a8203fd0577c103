import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMultistatus } from '../../../lib/remote/multistatus';

const NAME = `part-${'0'.repeat(32)}-12.bin`;

describe('the list that a server sends', () => {
  test.each([
    [
      'Apache',
      `<?xml version="1.0" encoding="utf-8"?>\n<D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">\n<D:response xmlns:lp1="DAV:"><D:href>/dav/</D:href><D:propstat><D:prop><lp1:getcontentlength/></D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response><D:response xmlns:lp1="DAV:"><D:href>/dav/${NAME}</D:href><D:propstat><D:prop><lp1:getcontentlength>12</lp1:getcontentlength></D:prop></D:propstat></D:response></D:multistatus>`,
    ],
    [
      'a server with absolute addresses and no prefix',
      `<multistatus xmlns="DAV:"><response><href>https://dav.example.org/a%20b/</href></response><response><href>https://dav.example.org/a%20b/${NAME}?x=1</href><propstat><prop><getcontentlength> 12 </getcontentlength></prop></propstat></response></multistatus>`,
    ],
    [
      'one that likes CDATA, comments and references',
      `<!-- a > b --><d:multistatus a='>' xmlns:d="DAV:"><d:response><d:href><![CDATA[/x/]]></d:href></d:response><d:response><d:href>/x&#47;<!-- no -->${NAME.replace('-', '&#x2d;')}</d:href><d:getcontentlength>12</d:getcontentlength><d:link><d:href>/other</d:href></d:link></d:response></d:multistatus>`,
    ],
  ])('is read: %s', (_, text) => {
    expect(readMultistatus(text)).toEqual([
      { name: '', size: undefined },
      { name: NAME, size: 12 },
    ]);
  });

  test('has names as the reader knows them, whatever they are', () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' }).filter((one) => one.isWellFormed());
    fc.assert(
      fc.property(name, fc.option(fc.nat(), { nil: undefined }), (one, size) => {
        const length = size === undefined ? '' : `<a:getcontentlength>${size}</a:getcontentlength>`;
        const href = `/folder/${encodeURIComponent(one)}`.replaceAll("'", '&apos;');
        const text = `<a:multistatus><a:response><a:href>${href}</a:href>${length}</a:response></a:multistatus>`;
        expect(readMultistatus(text)).toEqual([{ name: one, size }]);
      }),
    );
  });

  test.each(['', 'OK', '<html><body>Log in</body></html>', '{"error":1}', '<', '<a', '<!--', '&'])(
    'is none where a page answers: %s',
    (text) => expect(readMultistatus(text)).toBeNull(),
  );

  test('breaks nothing, whatever it is', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('<', '>', '</', '/>', '"', "'", '<![CDATA[', ']]>', '<!--', '&#x;', '&amp;'),
      fc.constantFrom(
        '<multistatus>',
        '<response>',
        '</response>',
        '<href>',
        '</href>',
        '%',
        '&#9999999;',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(() => readMultistatus(pieces.join(''))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  test('costs as much as it is long', () => {
    for (const shape of ['<', '<a ', '<a b="', '<!--', '<![CDATA[', '&#x', '<href>', 'a<b:']) {
      const started = performance.now();
      readMultistatus(shape.repeat(200_000));
      expect(performance.now() - started, shape).toBeLessThan(5_000);
    }
  });
});
