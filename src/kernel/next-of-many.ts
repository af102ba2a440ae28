/**
 * Asks for many at once what all of them may share: whoever comes while one answer is under way waits for the next, which
 * is asked for after they came.
 */
export function nextOfMany<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let current: Promise<unknown> | null = null
  let next: Promise<Answer> | null = null

  function begin(): Promise<Answer> {
    const answer = ask()
    const end = () => {
      if (current === ended) current = null
    }
    const ended: Promise<unknown> = answer.then(end, end)
    current = ended
    return answer
  }

  return () => {
    if (current === null) return begin()
    next ??= current.then(() => {
      next = null
      return begin()
    })
    return next
  }
}
