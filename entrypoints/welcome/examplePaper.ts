import type { Paper } from '../../lib/papers/paper';
import { statedBy } from '../../lib/papers/sources';

/** The paper on which a new reader tries everything. No page has stated its facts to us: what one states replaces them. */
export const EXAMPLE: Paper = statedBy('bibliography', {
  id: 'arxiv:1706.03762',
  title: 'Attention Is All You Need',
  authors: [
    ...['Ashish Vaswani', 'Noam Shazeer', 'Niki Parmar', 'Jakob Uszkoreit'],
    ...['Llion Jones', 'Aidan N. Gomez', 'Lukasz Kaiser', 'Illia Polosukhin'],
  ],
  publishedAt: '2017-06-12',
});
