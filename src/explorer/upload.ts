import { AskError, type Reply, refusalIn } from './ask.js'

/** A file on its way to the server. */
export interface Upload {
  /** The id of the job that it begins. @throws AskError; `ENDED` where one ended it. */
  readonly job: Promise<string>
  end(): void
}

/**
 * Sends a list, and says how much of it is there.
 * @param onSent hears the share that is sent, 0–1.
 */
export function upload(form: FormData, onSent: (share: number) => void): Upload {
  // Nothing else of a browser tells how much of a file is sent.
  const request = new XMLHttpRequest()
  const job = new Promise<string>((resolve, reject) => {
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onSent(loaded / total)
    }
    request.onerror = () => reject(new AskError('NETWORK', 'The connection ended'))
    request.onabort = () => reject(new AskError('ENDED', 'Nothing was sent'))
    request.onload = () => {
      const body = read(request.responseText)
      if (typeof body.id === 'string') resolve(body.id)
      else reject(refusalIn(body, request.getResponseHeader('retry-after'), request.status))
    }
  })
  request.open('POST', '/imports')
  request.setRequestHeader('accept', 'application/json')
  request.send(form)
  return { job, end: () => request.abort() }
}

function read(text: string): Reply<never> & { readonly id?: unknown } {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
