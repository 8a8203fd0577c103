/**
 * Tab stops once at each control, at its star; the arrow keys go on from there, round what is in sight. A chip is pressed
 * as a button is, by `click`. Gives whether the key was one of these.
 */
export function pressKeyIn(
  control: HTMLElement,
  key: string,
  click = (chip: HTMLElement): void => chip.click(),
): boolean {
  const chip = control.querySelector<HTMLElement>('.card-chip:focus');
  if (chip && (key === 'Enter' || key === ' ')) click(chip);
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (step === undefined) return key === 'Enter' || key === ' ';
  const turn = control.closest('.right:not(.on-line)') ? -1 : 1; // the mirror image
  const all = [...control.querySelectorAll<HTMLElement>('button, .card-chip')];
  const inSight = all.filter((one) => one.checkVisibility());
  const at = inSight.findIndex((one) => one.matches(':focus'));
  inSight.at((at + step * turn) % inSight.length)?.focus();
  return true;
}
