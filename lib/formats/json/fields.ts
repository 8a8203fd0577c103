// Reading objects that other programs wrote: what is not of the kind that is asked for is as if it were not there.

export type Fields = ReadonlyMap<string, unknown>;

/** The fields of an object, or null if the value is none. A Map, so that no name means an object's prototype. */
export function fieldsOf(value: unknown): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value));
}

/** A field's text; numbers count as text. */
export function textIn(fields: Fields, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = fields.get(name);
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

/** A field's list of texts; empty where there is none. */
export function listIn(fields: Fields, name: string): string[] {
  const value = fields.get(name);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
