import { useFormat } from '../../language/language.js'

/** A number of jobs with a bar of its length. @param most what the longest bar stands for. */
export function JobsBar({ jobs, most }: { readonly jobs: number; readonly most: number }) {
  const format = useFormat()
  return (
    <span class="jobs-bar">
      <span class="jobs-length" aria-hidden="true" style={{ width: `${(100 * jobs) / most}%` }} />
      <span>{format.count(jobs)}</span>
    </span>
  )
}
