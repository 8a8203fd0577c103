import type { ListingAdapter, PaperAdapter, PaperOnPage } from '../sites/adapter';

/** A paper page as a listing of one card, which is the line that the control goes to. */
export function asListing(document: Document, adapter: PaperAdapter): ListingAdapter {
  const found = (): PaperOnPage | null => adapter.read(document, new URL(location.href));
  return {
    facts: () => ({ papers: new Map() }),
    cards() {
      const page = found();
      return page ? [{ element: page.line, id: page.paper.id }] : [];
    },
    read({ element, id }) {
      const page = found();
      return page?.line === element && page.paper.id === id ? page.paper : null;
    },
    placement: ({ element }) => ({ on: 'line', of: element }),
    awaitsTakeover: adapter.awaitsTakeover ?? (() => false),
  };
}
