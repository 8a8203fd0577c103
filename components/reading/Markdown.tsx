import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Block, Cell, Inline, Item } from '../../lib/markdown/document';
import { Formula } from './Formula';

export interface MarkdownProps {
  blocks: readonly Block[];
  /** A task's box was ticked or cleared; `line` is its line in the source. Absent: boxes only show. */
  onTick?: ((line: number, done: boolean) => void) | undefined;
}

/** A note as it reads: elements are made one by one, none of them by the note. */
export function Markdown({ blocks, onTick }: MarkdownProps): JSX.Element {
  return (
    <div class="markdown" dir="auto">
      <Blocks blocks={blocks} onTick={onTick} />
    </div>
  );
}

/** Below the title of a paper and that of the note. */
const HEADINGS = ['h4', 'h5', 'h6'] as const;

function Blocks({ blocks, onTick }: MarkdownProps): JSX.Element {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockOf key={index} block={block} onTick={onTick} />
      ))}
    </>
  );
}

function BlockOf({ block, onTick }: { block: Block } & Pick<MarkdownProps, 'onTick'>): JSX.Element {
  switch (block.kind) {
    case 'paragraph':
      return block.isTight ? (
        <Line pieces={block.children} />
      ) : (
        <p>
          <Line pieces={block.children} />
        </p>
      );
    case 'heading': {
      const Heading = HEADINGS[block.level - 1] ?? 'h6';
      return (
        <Heading>
          <Line pieces={block.children} />
        </Heading>
      );
    }
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.children} onTick={onTick} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <ItemOf key={index} item={item} onTick={onTick} />
      ));
      return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with keys as well
        <div class="table-scroll" tabIndex={0}>
          <table>
            <thead>
              <Row cells={block.head} isHead />
            </thead>
            <tbody>
              {block.rows.map((cells, index) => (
                <Row key={index} cells={cells} />
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'rule':
      return <hr />;
  }
}

function ItemOf({ item, onTick }: { item: Item } & Pick<MarkdownProps, 'onTick'>): JSX.Element {
  const id = useId();
  const { task, children } = item;
  if (task === null)
    return (
      <li>
        <Blocks blocks={children} onTick={onTick} />
      </li>
    );
  const [first, ...rest] = children;
  return (
    <li class="task">
      <input
        type="checkbox"
        checked={task.done}
        disabled={onTick === undefined}
        aria-labelledby={id}
        onChange={(event) => onTick?.(task.line, event.currentTarget.checked)}
      />
      <div>
        <div id={id}>{first && <BlockOf block={first} />}</div>
        <Blocks blocks={rest} onTick={onTick} />
      </div>
    </li>
  );
}

function Row({ cells, isHead = false }: { cells: Cell[]; isHead?: boolean }): JSX.Element {
  const Cell = isHead ? 'th' : 'td';
  return (
    <tr>
      {cells.map(({ children, align }, index) => (
        <Cell key={index} class={align ?? undefined}>
          <Line pieces={children} />
        </Cell>
      ))}
    </tr>
  );
}

function Line({ pieces }: { pieces: readonly Inline[] }): JSX.Element {
  return (
    <>
      {pieces.map((piece, index) => (
        <Piece key={index} piece={piece} />
      ))}
    </>
  );
}

function Piece({ piece }: { piece: Inline }): JSX.Element {
  switch (piece.kind) {
    case 'text':
      return <>{piece.text}</>;
    case 'code':
      return <code>{piece.text}</code>;
    case 'break':
      return <br />;
    case 'formula':
      return <Formula {...piece} plain={piece.text} />;
    case 'emphasis':
      return (
        <em>
          <Line pieces={piece.children} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Line pieces={piece.children} />
        </strong>
      );
    case 'struck':
      return (
        <s>
          <Line pieces={piece.children} />
        </s>
      );
    case 'link':
      return (
        <a href={piece.address} target="_blank" rel="noopener noreferrer">
          <Line pieces={piece.children} />
        </a>
      );
  }
}
