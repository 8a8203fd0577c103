import type { ComponentChildren, JSX } from 'preact';

export interface SectionProps {
  /** Name of the section in the page's address, and of its heading. */
  id: string;
  heading: string;
  children: ComponentChildren;
}

/** A part of the options page with its heading. */
export function Section({ id, heading, children }: SectionProps): JSX.Element {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      <div class="section-body">{children}</div>
    </section>
  );
}
