import { type House, importsOf, sentence } from './house.ts';

/** Files that import one another in a circle, type-only and lazy imports included: one sentence for each circle. */
export function circles(house: House): string[] {
  const found = new Map<string, string>();
  const done = new Set<string>();
  for (const path of house.keys()) follow(path, []);
  return [...found.values()];

  function follow(path: string, way: string[]): void {
    const at = way.indexOf(path);
    if (at >= 0) {
      const circle = way.slice(at);
      found.set(
        [...circle].sort().join(),
        sentence([...circle, path].join(' → '), 'take out what both need into a file of its own.'),
      );
      return;
    }
    if (done.has(path) || !house.has(path)) return;
    for (const { to } of importsOf(path, house.get(path) ?? '', house)) {
      if (to !== path) follow(to, [...way, path]);
    }
    done.add(path);
  }
}
