/**
 * Names one batch of changes: the machine that wrote it, its number there, counted from 1, and a nonce, since two copies
 * of one machine may both write a batch of the same number.
 */
export type Dot = `${string}.${number}.${string}`;

export interface DotParts {
  machine: string;
  n: number;
  nonce: string;
}

/** The name of a batch. */
export function dotOf({ machine, n, nonce }: DotParts): Dot {
  return `${machine}.${n}.${nonce}`;
}

/** What the name of a batch is made of. */
export function partsOf(dot: Dot): DotParts {
  const [machine = '', n, nonce = ''] = dot.split('.');
  return { machine, n: Number(n), nonce };
}

/** Whether a text is the name of a batch. */
export function isDot(value: unknown): value is Dot {
  return typeof value === 'string' && /^[0-9a-f]{1,32}\.[1-9]\d{0,8}\.[0-9a-f]{1,32}$/.test(value);
}
