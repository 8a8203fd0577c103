/** Tells whoever looks into the console of a bug or a failure; the only place that writes there. */
export function log(where: string, error: unknown): void {
  console.error(`Asterism: ${where}`, error);
}
