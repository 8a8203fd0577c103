import { toDocument } from './captures';

/** What a search result of a hand-made page shows; markup of its own is allowed where it says HTML. */
export interface Result {
  href?: string;
  titleHtml?: string;
  votes?: string;
  abstractHtml?: string;
  /** Authors or an organization, as the meta row has them. */
  byHtml?: string;
  date?: string;
  comments?: string;
}

const ID = '/papers/2604.90001';

/** The authors' list of a card: some user names, and the number. */
export function authors(text: string, href = ID): string {
  return `<a href="${href}" class="flex"><ul><li title="some-user"></li><li title="A. Author"></li>
    <li class="order-first"><div><!--[--><div>·</div> ${text}<!--]--></div></li></ul></a>`;
}

/** The pill of an organization. */
export function organization(name: string, fullname: string, alt = name): string {
  return `<a href="/${name}"><img src="/a.png" alt="${alt}"/><!----> <span>${fullname}</span></a>`;
}

/** One card of the search layout. */
export function result(shown: Result = {}): string {
  const { href = ID, titleHtml = 'A Title', votes = '7', abstractHtml, byHtml = '', date } = shown;
  const abstract = abstractHtml && `<a href="${href}"><p>${abstractHtml}</p></a>`;
  const comments =
    shown.comments && `<a href="${href}#community"><svg></svg><!----> ${shown.comments}</a>`;
  return `<article><div><a href="/login?next=%2Fpapers%2F2604.90001"><div role="checkbox">
    <input disabled type="checkbox"/><svg></svg><!----> <div>${votes}</div></div></a></div><dialog></dialog>
    <div><h3><a href="${href}">${titleHtml}</a></h3>${abstract ?? ''}
    <div>${byHtml}${date ? `<div>·</div> <span>${date}</span>` : ''}${comments ?? ''}</div></div></article>`;
}

/** One card of the daily grid, with its picture first. */
export function gridCard(metaHtml = '', href = ID): string {
  return `<article><a href="${href}"><div><img src="/t.png" alt=""/></div></a>
    <div>Submitted by <div><img alt="" src="/a.png"/></div> somebody</div>
    <div><a href="/login?next=x"><div><input type="checkbox"/><svg></svg><div>3</div></div></a></div>
    <h3><a href="${href}">A Title</a></h3><div>${metaHtml}</div></article>`;
}

/** A listing with these cards. `props` is what its island states, as an object or as the attribute's own text. */
export function listing(cardsHtml: string, props?: unknown): Document {
  const document = toDocument(
    `<main><div data-target="DailyPapers"><section><div>Apr 16</div><div>${cardsHtml}</div></section></div></main>`,
  );
  const text = typeof props === 'string' ? props : JSON.stringify(props);
  if (text !== undefined) {
    document.querySelector<HTMLElement>('[data-target]')?.setAttribute('data-props', text);
  }
  return document;
}
