import type { ComponentChildren } from 'preact'
import { Answered } from '../../parts/answered.js'
import type { Answer } from '../../use-answer.js'

/** What the part of a page for one kind of entity is given: of what it is, and what stands below it. */
export interface Opening {
  readonly of: string
  readonly children: ComponentChildren
}

/** What matters for an entity's kind, and below it the rest: that waits, so that nothing is pushed down under a reader's eyes. */
export function Opened<Result>({
  answer,
  rest,
  children,
}: {
  readonly answer: Answer<Result>
  readonly rest: ComponentChildren
  readonly children: (data: Result) => ComponentChildren
}) {
  return (
    <>
      <Answered answer={answer}>{children}</Answered>
      {(answer.data !== null || answer.error !== null) && rest}
    </>
  )
}
