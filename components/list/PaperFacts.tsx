import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { namespaceName, paperLinks } from '../../lib/papers/ids';
import type { ListedPaper } from '../../lib/papers/list';
import type { InParts } from '../../lib/papers/query/marks';
import { dateText, text } from '../../lib/text/text';
import { Authors } from './Authors';
import { LabelsOn } from './labelsOn';

/** Authors, date and links of a paper, in two quiet lines. */
export function PaperFacts({
  listed,
  title,
  inParts,
}: {
  listed: ListedPaper;
  /** Its title in plain text. */
  title: string;
  inParts: InParts;
}): JSX.Element {
  const { paper } = listed;
  const { abs, pdf, home } = paperLinks(paper.id);
  const links = [
    [text('linkPdf'), pdf],
    [namespaceName(paper.id), home],
    [text('linkArxiv'), abs],
    [text('linkCode'), paper.githubRepo],
    [text('linkProject'), paper.projectPage],
  ] as const;
  return (
    <div class="facts">
      <Authors paper={paper} inParts={inParts} />
      <div class="fact-line">
        {paper.publishedAt !== undefined && (
          <time dateTime={paper.publishedAt}>{dateText(paper.publishedAt)}</time>
        )}
        {links.map(([name, address]) =>
          address === undefined ? null : (
            <a
              key={name}
              href={address}
              target="_blank"
              rel="noreferrer"
              aria-label={text('linkOf', name, title)}
            >
              {name}
            </a>
          ),
        )}
        {useContext(LabelsOn)?.(listed)}
      </div>
    </div>
  );
}
