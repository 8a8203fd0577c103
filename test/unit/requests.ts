import type { MessageName, Request } from '../../lib/messages/contract';

/** A valid request of every message. */
export const REQUESTS: { [N in MessageName]: Request<N> } = {
  'page.show': { listing: '/papers', ids: ['arxiv:2504.00001'], papers: [] },
  'annotations.get': { ids: ['arxiv:2504.00001'] },
  'annotation.patch': { id: 'arxiv:2504.00001', patch: { starred: true } },
  'paper.copy': { id: 'arxiv:2504.00001', as: 'bibtex' },
  'tags.list': {},
  'editor.load': {},
  'annotations.patchMany': { job: 'j', ids: ['arxiv:2504.00001'], patch: { starred: true } },
  'bookmarks.removeMany': { job: 'j', ids: ['arxiv:2504.00001'] },
  'trash.restore': { job: 'j', ids: ['arxiv:2504.00001'] },
  'trash.empty': { which: 'all' },
  'tag.rename': { job: 'j', from: 'ml', to: 'ai' },
  'tag.delete': { job: 'j', tag: 'ml' },
  'tag.colour': { tag: 'ml', colour: 'blue' },
  'search.save': { name: 'New', query: 'is:unread' },
  'search.delete': { name: 'New' },
  'bookmark.remove': { id: 'arxiv:2504.00001' },
  'step.undo': { step: 1 },
  'import.stage': { import: 'i', part: 0, bookmarks: [] },
  'import.apply': { import: 'i' },
  'import.abandon': { import: 'i' },
  'backup.settle': {},
  'library.startAnew': {},
  'cache.policy': { policy: { maxAgeDays: 365, maxPapers: 20_000 } },
  'cache.clear': {},
};
