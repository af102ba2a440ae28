/** Kinds of sources that are this project's own: what it judged and what it counted. They have seen nothing. */
const judgements: readonly unknown[] = ['ASSESSMENT', 'COUNT']

/** Whether a source of this kind is a judgement of this project's own, and no page. */
export const isJudgement = (kind: unknown): boolean => judgements.includes(kind)
