/** What of a card is looked at: of an entry in two parts, the second. */
export function bodyOf(card: HTMLElement): Element {
  const { nextElementSibling: next } = card;
  return card.localName === 'dt' && next?.localName === 'dd' ? next : card;
}
