/**
 * An agency's own worker: fetches work from Masar, does it, and says how it ended. One file without dependencies, for Node 22 or newer; `masar types PACKAGE --worker FILE`
 * writes it beside the types of a package, whose `Jobs` say what each job brings and what it asks for.
 *
 *     const stamps = worker<Jobs>({ server, token, name: 'stamp-machine' })
 *     await stamps.run({ stamp: async (job) => ({ number: await stampOn(job.variables.purpose) }) })
 *
 * A job is leased: whoever holds the lease says once how it ended. It may come again after a crash or a lost connection, always under the same
 * `id`: give that id to whatever is called, so that it does the work once.
 */

export interface JobShape {
  readonly variables: object
  readonly headers: object
  readonly result: object
  readonly errors: string
}

export type Shapes<Jobs> = { readonly [Type in keyof Jobs]: JobShape }

type Names<Jobs> = keyof Jobs & string

export interface Job<Shape extends JobShape = JobShape> {
  /** The idempotency key towards the outside. */
  readonly id: string
  readonly type: string
  readonly instance: string
  /** What the citizen quotes on the telephone. */
  readonly reference: string
  /** Of the step in the drawing. */
  readonly element: string
  readonly variables: Shape['variables']
  readonly headers: Shape['headers']
  /** Attempts left, this one included. */
  readonly retries: number
  /** Fence token of the lease. */
  readonly token: number
}

export interface Failed {
  readonly reason: string
  /** Attempts left after this one; one less than before where it is not said. 0: an incident, until an operator looks. */
  readonly retries?: number
  /** Milliseconds until the next attempt. */
  readonly backoff?: number
}

export interface WorkerOptions {
  /** "https://masar.example" */
  readonly server: string
  /** Of an account with the role worker; a function is asked again when the session has ended. */
  readonly token: string | (() => Promise<string>)
  /** Says who holds a lease, in the list of jobs. */
  readonly name: string
}

export interface Activation {
  /** 1 to 100; 10. */
  readonly limit?: number
  /** Milliseconds a job is leased; 60,000. */
  readonly leaseTime?: number
  /** Milliseconds to wait for the first job; 0. At most 50,000. */
  readonly wait?: number
  readonly signal?: AbortSignal
}

/** Ends a job with an error the procedure catches, instead of a result. */
export class JobError<Code extends string = string> extends Error {
  readonly code: Code
  readonly variables: Readonly<Record<string, unknown>>

  constructor(code: Code, message = '', variables: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'JobError'
    this.code = code
    this.variables = variables
  }
}

/** A refusal of the server (RFC 9457). */
export class Refused extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, detail: string) {
    super(detail)
    this.name = 'Refused'
    this.status = status
    this.code = code
  }
}

/** Gives the result, or a JobError as an error of the drawing; whatever else it throws is a failed attempt. */
export type Handler<Shape extends JobShape> = (
  job: Job<Shape>,
) => Promise<Shape['result'] | JobError<Shape['errors']>> | Shape['result'] | JobError<Shape['errors']>

export type Handlers<Jobs extends Shapes<Jobs>> = { readonly [Type in Names<Jobs>]?: Handler<Jobs[Type]> }

export interface RunOptions extends Omit<Activation, 'wait'> {
  /** Told about what went wrong; the worker goes on. */
  readonly onError?: (error: Error, job?: Job) => void
}

export interface Worker<Jobs extends Shapes<Jobs>> {
  activate<Type extends Names<Jobs>>(types: readonly Type[], options?: Activation): Promise<readonly Job<Jobs[Type]>[]>
  complete<Type extends Names<Jobs>>(job: Job<Jobs[Type]>, result: Jobs[Type]['result']): Promise<void>
  fail(job: Job, failed: Failed): Promise<void>
  throwError<Type extends Names<Jobs>>(job: Job<Jobs[Type]>, error: JobError<Jobs[Type]['errors']>): Promise<void>
  /** Does all work there is for these handlers until the signal; resolves when what was begun has ended. */
  run(handlers: Handlers<Jobs>, options?: RunOptions): Promise<void>
}

const LONGEST_WAIT = 50_000
const PAUSE = 1_000
/** Said of a lease that was lost, or of an application that has ended: somebody else has the last word. */
const OVER: ReadonlySet<string> = new Set([
  'job.lease-lost',
  'job.closed',
  'job.not-found',
  'job.not-open',
  'instance.over',
])

export function worker<Jobs extends Shapes<Jobs>>(options: WorkerOptions): Worker<Jobs> {
  const post = caller(options)
  const end = async (job: Job, how: string, body: object): Promise<void> => {
    await post(`/api/jobs/${encodeURIComponent(job.id)}/${how}`, { ...body, token: job.token })
  }
  const self: Worker<Jobs> = {
    async activate(types, { limit = 10, leaseTime = 60_000, wait = 0, signal } = {}) {
      const request = { types, worker: options.name, limit, leaseTime, wait }
      const answer = await post('/api/jobs/activate', request, signal)
      return (answer as { readonly items: readonly Job<Jobs[(typeof types)[number]]>[] }).items
    },
    complete: (job, result) => end(job, 'complete', { variables: result }),
    fail: (job, failed) => end(job, 'fail', failed),
    throwError: (job, { code, message, variables }) =>
      end(job, 'error', { code, variables, ...(message === '' ? {} : { message }) }),
    async run(handlers, { onError = () => {}, signal, ...activation } = {}) {
      const types = Object.keys(handlers) as Names<Jobs>[]
      const stopped = (): boolean => signal?.aborted === true
      while (!stopped()) {
        try {
          const wait = { ...activation, wait: LONGEST_WAIT, ...(signal ? { signal } : {}) }
          const jobs = await self.activate(types, wait)
          await Promise.all(jobs.map((job) => work(job)))
        } catch (error) {
          if (stopped()) return
          onError(errorOf(error))
          await new Promise((resume) => setTimeout(resume, PAUSE))
        }
      }

      async function work(job: Job<Jobs[Names<Jobs>]>): Promise<void> {
        const handler = handlers[job.type as Names<Jobs>]
        if (handler === undefined) return
        try {
          await report(job, handler)
        } catch (error) {
          if (!(error instanceof Refused && OVER.has(error.code))) onError(errorOf(error), job)
        }
      }
    },
  }
  return self

  async function report<Type extends Names<Jobs>>(job: Job<Jobs[Type]>, handler: Handler<Jobs[Type]>): Promise<void> {
    let result: Awaited<ReturnType<Handler<Jobs[Type]>>>
    try {
      result = await handler(job)
    } catch (error) {
      if (error instanceof JobError) return self.throwError(job, error)
      return self.fail(job, { reason: errorOf(error).message.slice(0, 2_000) || 'It failed without a word' })
    }
    return result instanceof JobError ? self.throwError(job, result) : self.complete(job, result)
  }
}

const errorOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

type Post = (path: string, body: object, signal?: AbortSignal) => Promise<unknown>

/** Signs in anew once where the session has ended. */
function caller({ server, token }: WorkerOptions): Post {
  let current: string | undefined
  const fresh = async (): Promise<string> => (typeof token === 'string' ? token : await token())
  const send = async (path: string, body: object, signal?: AbortSignal): Promise<Response> => {
    current ??= await fresh()
    return fetch(new URL(path, server), {
      method: 'POST',
      redirect: 'error',
      headers: { authorization: `Bearer ${current}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    })
  }
  return async (path, body, signal) => {
    let answer = await send(path, body, signal)
    if (answer.status === 401 && typeof token !== 'string') {
      current = undefined
      answer = await send(path, body, signal)
    }
    const said: unknown = await answer.json().catch(() => ({}))
    if (answer.ok) return said
    const { code = 'unknown', detail = answer.statusText } = said as {
      readonly code?: string
      readonly detail?: string
    }
    throw new Refused(answer.status, code, detail)
  }
}

/** The token of an account with the role worker; give `() => signIn(…)` as a worker's token. */
export async function signIn(server: string, user: string, password: string): Promise<string> {
  const answer = await fetch(new URL('/api/sessions', server), {
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, password }),
  })
  const said = (await answer.json()) as { readonly token?: string; readonly code?: string; readonly detail?: string }
  if (said.token === undefined) throw new Refused(answer.status, said.code ?? 'unknown', said.detail ?? '')
  return said.token
}
