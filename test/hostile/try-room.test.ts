import { afterEach, describe, expect, test } from 'vitest'
import type { AgencyId } from '../../engine/core/ids.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { TrialAnswer, TrialRequest, Trials } from '../../engine/core/trial/trials.ts'
import { createTryRoom, type TryLimits } from '../../engine/packages/try-room.ts'
import { packZip } from '../../engine/packages/zip.ts'
import { withShared, CERTIFICATE } from '../workflows/shelf.ts'
import { attack, ATTACKER, line, round, script, user } from './parcel.ts'

const WORKER = new URL('../../engine/try-worker.ts', import.meta.url)
const rooms: Trials[] = []

afterEach(async () => {
  for (const room of rooms.splice(0)) await room.close()
})

function room(limits: Partial<TryLimits> = {}, deployed: readonly PackageFiles[] = []): Trials {
  const ids = deployed.map(
    (files) => JSON.parse(new TextDecoder().decode(files.get('workflow.json'))) as { id: string },
  )
  const made = createTryRoom({
    worker: WORKER,
    deployed: async (id) => {
      const found = deployed[ids.findIndex((it) => it.id === id)]
      return found ? packZip(found) : undefined
    },
    limits,
  })
  rooms.push(made)
  return made
}

const agency = ATTACKER as AgencyId
const begin: TrialRequest = {
  kind: 'try',
  scenario: {
    title: { ar: 'تجربة', en: 'A try' },
    start: { channel: 'api', variables: {} },
    expect: { status: 'completed' },
  },
}
const kindOf = (answer: TrialAnswer | object): unknown =>
  isProblem(answer) ? answer.code : Reflect.get(answer, 'kind')
/** Sound, but slow to read. */
const slow = attack({
  steps: line(...Array.from({ length: 2_300 }, (_, index) => script(`t${index}`, `=${index} + ${index}`))),
})
const broken = attack({ steps: line(script('a', '=1 +')) })
const sound = attack({ steps: line(script('a', '=1')) })

describe('A draft is tried beside the server', { timeout: 60_000 }, () => {
  test('and what happened is told', async () => {
    expect(await room().run(agency, sound, begin)).toMatchObject({
      kind: 'tried',
      passed: true,
      moments: [{ status: 'completed', variables: { a: 1 } }],
    })
  })

  test('with the deployed packages it uses', async () => {
    const [own, ...shared] = withShared(CERTIFICATE).toReversed()
    const files = [own, ...shared].find((it) =>
      new TextDecoder().decode(it?.get('workflow.json')).includes(CERTIFICATE),
    )
    if (files === undefined) throw new Error('Expected the package')
    const others = [own, ...shared].filter((it): it is PackageFiles => it !== undefined && it !== files)
    expect(kindOf(await room({}, others).run(agency, files, begin))).toBe('tried')
    expect(kindOf(await room().run(agency, files, begin))).toBe('unsound')
  })

  test('and its findings are told where it is not sound', async () => {
    expect(await room().run(agency, broken, begin)).toMatchObject({
      kind: 'unsound',
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'bpmn/feel', severity: 'error', file: 'main.bpmn', place: 'a' }),
      ]) as unknown,
    })
  })

  test('and a scenario that is none is refused with where and what', async () => {
    const answer = await room().run(agency, sound, { kind: 'try', scenario: { steps: [{ nonsense: true }] } })
    expect(kindOf(answer)).toBe('unreadable')
    expect(answer).toHaveProperty('findings.0.messageAr')
  })

  test('and a loop without end stops at an incident', async () => {
    const endless = attack({ steps: round(script('a', '=1')) })
    expect(await room().run(agency, endless, begin)).toMatchObject({
      kind: 'tried',
      moments: [{ incidents: [{ cause: 'limit' }] }],
    })
  })

  test('and stopped when it takes too long, while the next one is tried as ever', async () => {
    const impatient = room({ patience: { try: 100, test: 100 } })
    const stopped = await impatient.run(agency, slow, begin)
    expect(stopped).toMatchObject({ code: 'trial.too-costly', findings: [{ rule: 'trial/too-costly' }] })
    expect(stopped).toHaveProperty('findings.0.messageAr')
    expect(kindOf(await room().run(agency, sound, begin))).toBe('tried')
  })

  test('and stopped when it takes too much memory, and the server lives on', async () => {
    const small = room({ memory: 20 })
    expect(await small.run(agency, slow, begin)).toMatchObject({
      code: 'trial.too-costly',
      findings: [{ message: 'Expected a try that ends soon, but it needs more than 20 MB of memory' }],
    })
    expect(kindOf(await room().run(agency, sound, begin))).toBe('tried')
  })

  test('and an expression without bounds stops at an incident', async () => {
    const hostile = attack({
      steps: line(script('a', '=count(for i in 1..1000000, j in 1..1000000 return i * j)')),
    })
    const answer = await room().run(agency, hostile, begin)
    expect(kindOf(answer) === 'unsound' || JSON.stringify(answer).includes('"cause":"expression"')).toBe(true)
  })

  test('one after the other for an agency, and no more may wait than there is time for', async () => {
    const busy = room({ waiting: 2 })
    const answers = await Promise.all(Array.from({ length: 5 }, () => busy.run(agency, sound, begin)))
    expect(answers.map(kindOf).filter((it) => it === 'trial.busy')).toHaveLength(2)
    expect(answers.map(kindOf).filter((it) => it === 'tried')).toHaveLength(3)
  })

  test('and all its tests with what they reach', async () => {
    const tested = attack({
      steps: line(script('a', '=1'), user('b')),
      files: {
        'tests/one.test.json': { ...begin.scenario, expect: { status: 'active', never: ['a'] } },
        'tests/two.test.json': { ...begin.scenario, expect: { status: 'active', path: ['a'] } },
      },
    })
    expect(await room().run(agency, tested, { kind: 'test' })).toMatchObject({
      kind: 'tested',
      tests: [
        {
          file: 'tests/one.test.json',
          passed: false,
          failures: [{ en: 'Expected a never to be reached, but it was' }],
        },
        { file: 'tests/two.test.json', passed: true, failures: [] },
      ],
      elements: [
        { element: 'start', tests: 2 },
        { element: 'a', tests: 2 },
        { element: 'b', tests: 2 },
        { element: 'end', tests: 0 },
      ],
      flows: [
        { flow: 'f0', tests: 2 },
        { flow: 'f1', tests: 2 },
        { flow: 'f2', tests: 0 },
      ],
    })
  })
})
