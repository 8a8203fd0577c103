import fc from 'fast-check';
import type { PaperId } from '../../lib/papers/ids';
import type { Paper } from '../../lib/papers/paper';

const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined });
const name = fc.string({ minLength: 1, maxLength: 30 });
const count = maybe(fc.nat());
const address = maybe(fc.webUrl({ validSchemes: ['http', 'https'] }));

/** Any paper of this id that the schema accepts. */
export function paper(id: PaperId): fc.Arbitrary<Paper> {
  return fc
    .record({
      id: fc.constant(id),
      title: fc.string({ minLength: 1, unit: 'grapheme' }),
      abstract: maybe(fc.string({ unit: 'grapheme' })),
      authors: fc.array(name, { maxLength: 5 }),
      authorCount: count,
      organization: maybe(fc.record({ name, fullname: maybe(name) })),
      publishedAt: maybe(
        fc
          .date({ min: new Date('1991-08-01'), max: new Date('2099-12-31'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
      ),
      upvotes: count,
      comments: count,
      githubRepo: address,
      githubStars: count,
      projectPage: address,
      keywords: maybe(fc.array(name, { maxLength: 4 })),
    })
    .map((facts) => JSON.parse(JSON.stringify(facts)) as Paper); // drops the undefined ones
}
