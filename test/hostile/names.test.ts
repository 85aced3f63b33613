import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AgencyId } from '../../engine/core/ids.ts'
import { flow } from '../bpmn/drawing.ts'
import { arena, type Arena } from './arena.ts'
import { attack, ATTACKER, input, job, line, message, script, throwMessage, user } from './parcel.ts'

let it: Arena
beforeEach(async () => {
  it = await arena()
})
afterEach(() => it.close())

/** Words that every object of JavaScript answers to. */
const INHERITED = ['toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__defineGetter__', 'toLocaleString']
const FORBIDDEN = ['__proto__', 'constructor', 'prototype']

const findings = async (parts: Parameters<typeof attack>[0]): Promise<readonly string[]> => {
  const refused = await it.deploy(attack(parts))
  return (refused?.findings ?? []).map((one) => `${one.rule} ${one.file ?? ''} ${one.place ?? ''}`)
}

/** A parallel split and join, everything named by the words. */
function joined([split = '', join = '', one = '', two = '']: readonly string[]): string {
  return `<bpmn:startEvent id="start"/><bpmn:parallelGateway id="${split}"/><bpmn:parallelGateway id="${join}"/><bpmn:endEvent id="end"/>
${user('task')[1]}<bpmn:manualTask id="manual"/>
${flow('f1', 'start', split)}${flow('f2', split, 'task')}${flow('f3', split, 'manual')}${flow(one, 'task', join)}${flow(two, 'manual', join)}${flow('f4', join, 'end')}`
}

async function complete(element: string): Promise<void> {
  const { items } = await it.engine.deps.store.tasks.list({ agency: ATTACKER as AgencyId, status: 'open', limit: 10 })
  const task = items.find((one) => one.element === element)
  if (task === undefined) throw new Error(`Expected a task ${element}`)
  const supervisor = { kind: 'system', id: 'test', agency: task.agency } as const
  const done = await it.engine.completeTask(supervisor, `${task.instance}:${task.id}`, {})
  if ('code' in done) throw new Error(`${done.code} ${done.detail}`)
}

describe('A name that means something in JavaScript', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('names elements and flows like any other (%i)', async (turn) => {
    const all = [...FORBIDDEN, ...INHERITED]
    const words = [...all.slice(turn), ...all.slice(0, turn)]
    expect(await findings({ steps: joined(words) })).toEqual([])
    const id = await it.start('evil.service')
    expect(await it.trouble(id)).toEqual([])
    await complete('task')
    expect((await it.state(id)).status).toBe('completed')
  })

  test('names variables, inputs and results like any other', async () => {
    expect(
      await findings({
        steps: line(
          ...INHERITED.map((word) => script(`set_${word}`, '=1', word)),
          script('sum', `=${INHERITED.join(' + ')}`),
          job('work', 'worker', INHERITED.map((word) => input(`=${word}`, word)).join('')),
        ),
      }),
    ).toEqual([])
    const id = await it.start('evil.service')
    const { elements } = await it.state(id)
    expect(Object.values(elements)[0]?.variables?.['sum']).toBe(INHERITED.length)
    const [work] = await it.engine.deps.store.jobs.list({ instance: id, limit: 1 })
    expect(work?.variables).toEqual(Object.fromEntries(INHERITED.map((word) => [word, 1])))
  })

  test.each(INHERITED)('is unknown as a variable until somebody sets it: %s', async (word) => {
    await it.deploy(attack({ steps: line(script('read', `=${word}`)) }))
    expect(await it.trouble(await it.start('evil.service'))).toEqual(['expression read'])
  })

  test.each(INHERITED)('names messages like any other: %s', async (word) => {
    await it.deploy(
      attack({
        steps:
          line(throwMessage('throw', 'm', '="k"')) +
          `<bpmn:startEvent id="again"><bpmn:messageEventDefinition messageRef="n"/></bpmn:startEvent>${script('end_of_it', '=1')[1]}${flow('x', 'again', 'end_of_it')}`,
        roots: message('m', word) + message('n', `${word}.other`),
      }),
    )
    const id = await it.start('evil.service')
    await it.untilQuiet()
    expect((await it.state(id)).status).toBe('completed')
    expect(it.faults).toEqual([])
  })

  test.each(FORBIDDEN)('and leads to a prototype is refused wherever it would be a key: %s', async (word) => {
    const places = [
      { steps: line(script('s', '=1', word)) },
      { steps: line(job('j', 'worker', input('=1', word))) },
      { steps: line(job('j', 'worker', input('=1', `a.${word}`))) },
      { steps: line(script('s', '=1')), workflow: { policy: JSON.parse(`{"${word}": {"polluted": true}}`) as object } },
      {
        steps: line(script('s', '=1')),
        workflow: { roles: JSON.parse(`{"${word}": {"ar": "ا", "en": "a"}}`) as object },
      },
      {
        steps: line(script('s', '=1')),
        workflow: { texts: JSON.parse(`{"${word}": {"ar": "ا", "en": "a"}}`) as object },
      },
    ]
    for (const place of places) expect((await findings(place)).length).toBeGreaterThan(0)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test.each(FORBIDDEN)('does not get into a case by answers, jobs or messages: %s', async (word) => {
    await it.deploy(attack({ steps: line(script('s', '=x')) }))
    const answers = JSON.parse(`{"x": {"${word}": {"polluted": true}}}`) as never
    const id = await it.start('evil.service', answers).catch((refused: unknown) => String(refused))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(id).toBeDefined()
  })
})

describe('A name that deceives the eye', () => {
  test.each([
    ['turns the line around', '\u202Egnp.exe'],
    ['holds a control character', '&#7;bell'],
    ['holds a NUL', 'a&#0;b'],
  ])('because it %s is refused', async (_title, name) => {
    const drawn = `<bpmn:manualTask id="t" name="${name}"/>`
    expect((await findings({ steps: line(['t', drawn]) })).join()).toMatch(
      /^(xml\/control-character main\.bpmn line \d+|package\/deceiving-text main\.bpmn )/,
    )
  })

  test('stands in no text of workflow.json either', async () => {
    const title = { ar: 'ن', en: 'Safe \u202Egnp.exe' }
    expect((await findings({ steps: line(script('s', '=1')), workflow: { title } })).join()).toMatch(
      /^package\/deceiving-text workflow\.json /,
    )
  })

  test.each([
    ['id', `<bpmn:manualTask id="${'a'.repeat(5_000)}"/>`, 'a'.repeat(5_000)],
    ['name', `<bpmn:manualTask id="t" name="${'a'.repeat(5_000)}"/>`, 't'],
  ])('by its length is refused as %s', async (_what, drawn, id) => {
    expect((await findings({ steps: line([id, drawn]) })).join()).toContain('bpmn/crowds')
  })
})

describe('A job that passes itself off', () => {
  test.each(['masar:admin', 'masar:Databus', 'masar:databus ', ' masar:payment', 'MASAR:payment', 'masar:\u0430dmin'])(
    'as %s is run by none of the connectors',
    async (type) => {
      const refused = await findings({ steps: line(job('j', type)) })
      if (refused.length > 0) return
      const id = await it.start('evil.service')
      await it.untilQuiet()
      expect((await it.state(id)).status).toBe('active')
    },
  )

  test('by computing its type says so before anything is sent', async () => {
    await it.deploy(attack({ steps: line(job('j', '="mas" + "ar:payment"', input('="1.00"', 'amount'))) }))
    const id = await it.start('evil.service')
    await it.untilQuiet()
    expect((await it.trouble(id)).length).toBeGreaterThan(0)
  })
})
