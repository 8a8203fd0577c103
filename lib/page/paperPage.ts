import type { Card, PaperAdapter, PaperOnPage, Placement } from '../sites/adapter';
import type { Feature } from './features/feature';
import { hydration } from './hydration';
import { bePresent, type PresenceWorld } from './presence';
import { watchPage } from './watching';

/** What a paper page needs of the world. */
export interface PaperPageWorld extends PresenceWorld {
  adapter: PaperAdapter;
  features: () => readonly Feature[];
}

/** Keeps the features on the one paper of a paper page until the signal aborts. */
export async function annotatePaperPage(world: PaperPageWorld): Promise<void> {
  const { document, adapter, signal } = world;
  await hydration(document, () => adapter.awaitsTakeover?.(document) ?? false, signal);
  if (signal.aborted) return;

  const features = world.features();
  const teller = bePresent(world, features);
  let shown: PaperOnPage | null = null;

  function scan(): void {
    const found = adapter.read(document, new URL(location.href));
    const card = found && cardOf(found);
    for (const feature of features) feature.keepOnly(card ? [card] : []);
    teller.setShown(card ? [card.id] : []);
    if (!found || !card || features.every((feature) => feature.has(card)))
      return void teller.tell();
    // What is read again later may be less: a page that was typeset, or is being rewritten.
    if (shown?.paper.id !== found.paper.id) {
      shown = found;
      teller.add(found.paper);
    }
    for (const feature of features) {
      feature.look([card], placementOf);
      feature.mount(card, shown.paper, placementOf(card));
    }
    void teller.tell();
  }

  scan();
  const owns = (node: Node): boolean => features.some((feature) => feature.owns(node));
  watchPage(document, owns, scan, signal);
  signal.addEventListener('abort', () => {
    for (const feature of features) feature.keepOnly([]);
  });
}

const placementOf = ({ element }: Card): Placement => ({ on: 'line', of: element });

function cardOf({ paper, line }: PaperOnPage): Card {
  return { element: line, id: paper.id };
}
