/** Requests on schedule, whether or not the ones before were answered, so that a slow answer is not hidden by a late question. */
import { Agent, request, type OutgoingHttpHeaders } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'

export interface Ask {
  readonly url: string
  readonly method?: string
  readonly headers: OutgoingHttpHeaders
  readonly body?: string
}

/** Milliseconds from when a request was due to its whole answer. */
export interface Times {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** @param warmUp so many of them are not counted, @param asks every one must be answered with 200 */
export async function steadyTimes(perSecond: number, warmUp: number, asks: readonly Ask[]): Promise<Times> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const began = performance.now()
  const answers: Promise<number>[] = []
  for (const [n, ask] of asks.entries()) {
    const due = began + (n * 1_000) / perSecond
    const early = due - performance.now()
    if (early > 1) await pause(early)
    const answer = answered(agent, ask, due)
    if (n >= warmUp) answers.push(answer)
  }
  const times = (await Promise.all(answers)).sort((a, b) => a - b)
  agent.destroy()
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? Number.NaN) * 10) / 10
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

function answered(agent: Agent, { url, method = 'GET', headers, body }: Ask, due: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (answer) => {
      answer.resume()
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - due)
        else reject(new Error(`Expected an answer with 200 from ${url}, but it was ${answer.statusCode}`))
      })
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
