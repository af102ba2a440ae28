/** Who says what the report passes on: its interviewees by group, all of them together, or Ramboll itself. */
export const voices = ['SMES', 'BUYERS', 'PROMOTERS', 'INTERVIEWEES', 'RAMBOLL'] as const
