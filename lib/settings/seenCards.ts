/** What can become of cards whose papers the reader has seen. */
export const SEEN_CARDS = ['dim', 'hide'] as const;
export type SeenCards = (typeof SEEN_CARDS)[number];
