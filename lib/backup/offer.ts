import { type CopyStorage, OFFER, read } from './storage';

/** Why a restore is offered: the database has nothing, has less than its copy, or cannot be read. */
export const REASONS = ['empty', 'older', 'unreadable'] as const;

/** A state of the copy that the database seems to lack. */
export interface Offer {
  /** Which state. */
  name: number | 'present';
  /** When the last change in it was made. */
  at: string;
  papers: number;
  reason: (typeof REASONS)[number];
}

/** The restore that is on offer, null where there is none. */
export async function readOffer(storage: Pick<CopyStorage, 'get'>): Promise<Offer | null> {
  return toOffer(await read(storage, OFFER));
}

/** A stored value as an offer; null where it is none. */
export function toOffer(value: unknown): Offer | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, at, papers, reason } = value as Record<string, unknown>; // any object may be read by key
  const known = REASONS.find((one) => one === reason);
  const isNamed = typeof name === 'number' || name === 'present';
  if (!isNamed || typeof at !== 'string' || typeof papers !== 'number' || !known) return null;
  return { name, at, papers, reason: known };
}
