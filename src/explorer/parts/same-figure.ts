/** Whether two figures are the same but for the last digits, in which sums that are made in another order differ. */
export const sameFigure = (left: number, right: number): boolean =>
  Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right))
