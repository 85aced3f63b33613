/** A line in which agencies take turns: what one of them asks without end holds up itself alone. */
import { describe, expect, test } from 'vitest'
import { fairQueue, type FairQueueLimits } from '../../engine/core/fair-queue.ts'
import type { AgencyId } from '../../engine/core/ids.ts'

const MOJ = 'moj' as AgencyId
const MOH = 'moh' as AgencyId
const MOT = 'mot' as AgencyId

interface Work {
  readonly answer: Promise<string>
  end(): Promise<void>
}

/** A queue whose works end when the test says so. */
function counter(limits: Partial<FairQueueLimits> = {}) {
  const queue = fairQueue({ atOnce: 1, ofOne: 1, waiting: 10, ...limits })
  const begun: string[] = []
  const ask = (agency: AgencyId, name: string): Work | undefined => {
    const { promise, resolve } = Promise.withResolvers<string>()
    const answer = queue.run(agency, () => {
      begun.push(name)
      return promise
    })
    return (
      answer && {
        answer,
        end: async () => {
          resolve(name)
          await answer
        },
      }
    )
  }
  return { begun, ask, queue }
}

describe('one at a time', () => {
  test('agencies take turns, each in the order it asked, the one served longest ago first', async () => {
    const { begun, ask } = counter()
    const works = [
      ask(MOJ, 'j1'),
      ask(MOJ, 'j2'),
      ask(MOJ, 'j3'),
      ask(MOH, 'h1'),
      ask(MOH, 'h2'),
      ask(MOT, 't1'),
    ] as const
    const byName = new Map(['j1', 'j2', 'j3', 'h1', 'h2', 't1'].map((name, index) => [name, works[index]]))
    for (let served = 0; served < works.length; served++) await byName.get(begun.at(-1) ?? '')?.end()
    expect(begun).toEqual(['j1', 'h1', 't1', 'j2', 'h2', 'j3'])
  })

  test('who asks anew when served stands behind those who were served longer ago', async () => {
    const { begun, ask } = counter()
    const first = ask(MOJ, 'j1')
    const second = ask(MOH, 'h1')
    await first?.end()
    ask(MOJ, 'j2')
    ask(MOT, 't1')
    ask(MOH, 'h2')
    await second?.end()
    expect(begun).toEqual(['j1', 'h1', 't1'])
  })
})

describe('several at a time', () => {
  test('one agency never has all places', async () => {
    const { begun, ask } = counter({ atOnce: 3, ofOne: 2 })
    for (const name of ['j1', 'j2', 'j3']) ask(MOJ, name)
    expect(begun).toEqual(['j1', 'j2'])
    const other = ask(MOH, 'h1')
    expect(begun).toEqual(['j1', 'j2', 'h1'])
    await other?.end()
    expect(begun).toEqual(['j1', 'j2', 'h1'])
  })
})

describe('a full line', () => {
  test('takes no more of this agency, and as much of others as ever', async () => {
    const { begun, ask } = counter({ waiting: 1 })
    const served = ask(MOJ, 'j1')
    ask(MOJ, 'j2')
    expect(ask(MOJ, 'j3')).toBeUndefined()
    const other = ask(MOH, 'h1')
    expect(other).toBeDefined()
    await served?.end()
    expect(begun).toEqual(['j1', 'h1'])
    await other?.end()
    expect(begun).toEqual(['j1', 'h1', 'j2'])
    expect(ask(MOJ, 'j4')).toBeDefined()
  })
})

test('what fails tells who asked, and the next is served', async () => {
  const { queue } = counter()
  const broken = queue.run(MOJ, async () => {
    throw new Error('no paper')
  })
  const next = queue.run(MOJ, async () => 'printed')
  await expect(broken).rejects.toThrow('no paper')
  expect(await next).toBe('printed')
})
