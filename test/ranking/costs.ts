import { cpuUsage } from 'node:process';
import { createCounter } from '../../lib/ranking/counting';
import { training } from '../../lib/ranking/model';
import { inOneGo } from '../../lib/search/index/inOneGo';
import type { Choices } from './data';

/** What it costs to learn from all papers, in processor time: the machine may have other things to do. */
export function costsOf({ papers }: Choices): string {
  const start = spent();
  const counter = createCounter();
  for (const paper of papers) counter.add(paper);
  const counted = counter.counted();
  const read = spent();
  const examples = papers.map((_, row) => ({ row, chosen: row % 20 === 0, weight: 1 }));
  const { model, vectors } = inOneGo(training(counted, examples));
  const learned = spent();
  const bytes = model.features.length + model.rarities.byteLength + model.tastes.byteLength;
  const packed = vectors.features.byteLength + vectors.values.byteLength;
  return `${papers.length} papers: words in ${read - start} ms, vectors and learning in ${learned - read} ms; the model has ${Math.round(bytes / 1_000)} kB, the vectors ${(packed / 1e6).toFixed(1)} MB`;
}

function spent(): number {
  const { user, system } = cpuUsage();
  return Math.round((user + system) / 1_000);
}
