import { createContext, type JSX } from 'preact';
import type { ListedPaper } from '../../lib/papers/list';

/** Shows what is said about a paper of a list beside what the reader said. */
export type ShowLabels = (listed: ListedPaper) => JSX.Element | null;

/** How a list's labels are shown: loaded when the first screen is there. */
export const LabelsOn = createContext<ShowLabels | null>(null);
