/** What a change does. `IMPORT` and `SEED` are those of a whole file. */
export const changeOperations = [
  'CREATE',
  'UPDATE',
  'END',
  'WITHDRAW',
  'CONFIRM',
  'MERGE',
  'UNDO',
  'IMPORT',
  'SEED',
] as const
export type ChangeOperation = (typeof changeOperations)[number]
