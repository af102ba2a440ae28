/** What is to be known of an initiative before a firm counts on it, beside its terms. */
export const reservations = [
  'CHOSEN_BEFOREHAND',
  'PROJECTS_NOT_FIRMS',
  'EMPLOYEE_APPLIES',
  'EXISTENCE_UNKNOWN',
] as const
export type Reservation = (typeof reservations)[number]
