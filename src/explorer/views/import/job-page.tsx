import { useLayoutEffect, useRef } from 'preact/hooks'
import { linkTo, useAddress } from '../../address.js'
import { fileReadTexts } from '../../language/file-read.js'
import { importingTexts } from '../../language/importing.js'
import { useFormat, useTexts } from '../../language/language.js'
import { Answered, Empty } from '../../parts/answered.js'
import { ChangeCounts } from './change-counts.js'
import { ColumnsForm } from './columns-form.js'
import { ConfirmForm } from './confirm-form.js'
import { EndJob } from './end-job.js'
import { Outcome } from './outcome.js'
import { Refusals } from './refusals.js'
import { SaidOfList } from './said-of-list.js'
import { goesOn, type ShownImport, useJob } from './use-job.js'
import { WorkBar } from './work-bar.js'

/** A list that comes in: how far it has come, what it would change or did, and what is to be decided of it. */
export function JobPage({
  id,
  isLedTo,
}: {
  readonly id: string
  /** Whether one came to it from another place of this page. */
  readonly isLedTo: boolean
}) {
  const texts = useTexts(importingTexts)
  const lang = useAddress().get('lang')
  const seen = useJob(id)
  const { job, error, waiting, again } = seen
  return (
    <>
      <p>
        <a href={linkTo('/import', { lang })}>{texts.all}</a>
      </p>
      {job === null && !waiting && error === null && <Empty>{texts.noJob}</Empty>}
      <Answered answer={{ data: job, error, waiting, again }}>
        {(data) => <Job job={data} isLedTo={isLedTo} onChanged={again} />}
      </Answered>
    </>
  )
}

function Job({
  job,
  isLedTo,
  onChanged,
}: {
  readonly job: ShownImport
  readonly isLedTo: boolean
  readonly onChanged: () => void
}) {
  const texts = useTexts(importingTexts)
  const words = useTexts(fileReadTexts)
  const { count } = useFormat()
  const { id, status, kind, title, file, update, rows, summary, remarks, progress, refusalsAddress } = job
  const heading = useRef<HTMLHeadingElement>(null)
  const isRunning = goesOn(status)
  // Whoever is there is led on as it goes on, since what they pressed goes away; who comes to it finds it as any page.
  const stage = isRunning ? 'RUNNING' : status
  const stageBefore = useRef(isLedTo ? null : stage)
  useLayoutEffect(() => {
    if (stageBefore.current !== stage) heading.current?.focus()
    stageBefore.current = stage
  }, [stage])
  const settled = () => {
    heading.current?.focus()
    onChanged()
  }
  const isSettleable = status === 'READY' || status === 'FAILED'
  return (
    <div class="import-job">
      <p class="imported-text">
        <strong>{title ?? file}</strong>
        {title !== null && title !== file && <span class="quiet"> {file}</span>}{' '}
        <span class="tag">{texts.kinds[kind]}</span> {update && <span class="tag">{texts.onlyCorrects}</span>}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {texts.steps[status]}
      </h2>
      <p class="unseen" role="status">
        {isRunning ? texts.steps[status] : null}
      </p>
      {isRunning && (
        <WorkBar label={texts.steps[status]} {...(status === 'QUEUED' ? { done: 0, total: 0 } : progress)}>
          <p>{texts.waitingLong}</p>
        </WorkBar>
      )}
      <Outcome job={job} onChanged={onChanged} />
      {summary && !isRunning && (
        <section>
          <h3>{status === 'DONE' ? texts.did : texts.would}</h3>
          <ChangeCounts summary={summary} />
          {rows !== null && <p class="quiet">{texts.rows(rows, count(rows))}</p>}
        </section>
      )}
      {status === 'READY' && <ConfirmForm job={job} onChanged={onChanged} />}
      {isSettleable && <ColumnsForm key={status + JSON.stringify(job.columns)} job={job} onSettled={settled} />}
      {refusalsAddress !== null && !isRunning && <Refusals id={id} address={refusalsAddress} />}
      {remarks.length > 0 && !isRunning && (
        <details>
          <summary>{words.remarks}</summary>
          <ul class="imported-text">
            {remarks.map((remark) => (
              <li key={remark}>
                <SaidOfList text={remark} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {(isRunning || status === 'READY') && <EndJob job={job} onChanged={onChanged} />}
    </div>
  )
}
