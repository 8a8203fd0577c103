/** The end of an axis that a number fits under, and half of which is a whole number: 2, 4, 10, 20, 40, 100, … */
export function niceTop(most: number): number {
  for (let ten = 1; ; ten *= 10) {
    const top = [2, 4, 10].map((one) => one * ten).find((one) => one >= most);
    if (top !== undefined) return top;
  }
}
