import { describe, expect, test } from 'vitest'
import { call, draw, end, keyOf, manual, rule, script, sendJob, service, start, user, xor } from './build.ts'
import { Case, NOW } from './case.ts'
import type { Decision } from '../../engine/core/dmn/decision.ts'
import type { LocalId, UserId } from '../../engine/core/ids.ts'

const HOUR = 3_600_000

const opened = (it: Case) => it.events.flatMap((event) => (event.kind === 'taskOpened' ? [event.task] : []))
const jobs = (it: Case) => it.events.flatMap((event) => (event.kind === 'jobOpened' ? [event.job] : []))
const one = (task: Parameters<typeof user>[1], variables = {}) =>
  new Case([draw('main', [start('s'), user('t', task), end('e')], ['s -> t -> e'])]).start(variables)

describe('a user task', () => {
  test('is opened with everything the desk shows', () => {
    const it = one(
      {
        form: 'review.form',
        assignee: '=clerk',
        candidateGroups: '=["desk", "archive"]',
        candidateUsers: 'rana, sami,',
        dueDate: '=due',
        followUpDate: 'PT2H',
        priority: '=level + 1',
        fourEyes: ['other'],
      },
      { clerk: 'clerk.rana', due: '2026-12-01T08:00:00', level: 79 },
    )
    expect(opened(it)).toEqual([
      {
        element: 't',
        name: 't',
        program: keyOf('main'),
        form: 'review.form',
        assignee: 'clerk.rana',
        candidateGroups: ['desk', 'archive'],
        candidateUsers: ['rana', 'sami'],
        due: Date.parse('2026-12-01T08:00:00+02:00'),
        followUp: NOW + 2 * HOUR,
        priority: 80,
        fourEyes: ['other'],
      },
    ])
    expect(it.live.waits).toEqual({
      [it.instance('t')]: { kind: 'task', owner: it.instance('t'), assignee: 'clerk.rana' },
    })
  })

  test('belongs to nobody, with priority 50, where nothing is said', () => {
    expect(opened(one({}))).toEqual([
      {
        element: 't',
        name: 't',
        program: keyOf('main'),
        candidateGroups: [],
        candidateUsers: [],
        priority: 50,
        fourEyes: [],
      },
    ])
    expect(opened(one({ assignee: '=null', candidateGroups: '=null', dueDate: '=null' }))[0]).not.toHaveProperty(
      'assignee',
    )
  })

  test('counts its due date in working days of the agency', () => {
    expect(opened(one({ dueDate: 'P5WD' }))[0]?.due).toBe(Date.parse('2026-11-30T10:00:00+02:00'))
  })

  test.each([
    [{ assignee: '=5' }, 'user name'],
    [{ assignee: 'Rana Ahmad' }, 'user name'],
    [{ candidateGroups: '=7' }, 'list of names'],
    [{ candidateUsers: '=[1]' }, 'list of names'],
    [{ dueDate: 'soon' }, 'date or a duration'],
    [{ followUpDate: '=5' }, 'date or a duration'],
    [{ priority: '=101' }, '0 to 100'],
    [{ priority: '=1.5' }, '0 to 100'],
    [{ priority: 'high' }, '0 to 100'],
    [{ assignee: '=nobody' }, 'nobody'],
  ])('with %j stops with an incident that says why', (task, said) => {
    const it = one(task)
    expect(it.trouble).toEqual(['expression t'])
    expect(it.incidents[0]?.message).toContain(said)
    expect(it.waits).toEqual([])
  })

  test('opens once its expression is mended', () => {
    const it = one({ assignee: '=clerk' }).set('main', { clerk: 'rana' }).resolve('t')
    expect(it.waits).toEqual(['task t'])
    expect(it.trouble).toEqual([])
  })

  test('can be given to a person, given back, and is completed by whoever did it', () => {
    const it = one({})
    const id = it.wait('task', 't')
    it.take({ kind: 'assignTask', id, assignee: 'rana' as UserId, reason: 'claimed' })
    expect(it.live.waits[id]).toEqual({ kind: 'task', owner: id, assignee: 'rana' })
    it.take({ kind: 'assignTask', id })
    expect(it.live.waits[id]).toEqual({ kind: 'task', owner: id })
    expect(it.task('t', {}, 'sami').live.completers).toEqual({ t: 'sami' })
  })

  test('cannot be completed twice', () => {
    const it = new Case([draw('main', [start('s'), user('t'), user('u')], ['s -> t -> u'])]).start()
    const id = it.wait('task', 't')
    it.task('t')
    const problem = it.try({ kind: 'completeTask', id, variables: {} })
    expect(problem).toMatchObject({ kind: 'conflict', code: 'task.not-open' })
    expect(problem?.detail).toContain('Expected an open task')
    expect(it.try({ kind: 'assignTask', id })).toMatchObject({ kind: 'conflict' })
    expect(it.try({ kind: 'completeJob', id: it.wait('task', 'u'), variables: {} })).toMatchObject({
      code: 'job.not-open',
    })
  })

  test('of a called process is remembered apart from one of the same name', () => {
    const called = draw('common', [start('s'), user('t'), user('check', { fourEyes: ['t'] })], ['s -> t -> check'])
    const main = draw(
      'main',
      [start('s'), user('t'), call('c', keyOf('common')), user('check', { fourEyes: ['t'] })],
      ['s -> t -> c -> check'],
    )
    const it = new Case([main, called]).start().task('t', {}, 'rana').task('t', {}, 'sami')
    expect(it.live.completers).toEqual({ t: 'rana', [`${keyOf('common')}#t`]: 'sami' })
    it.task('check')
    expect(opened(it).map(({ fourEyes }) => fourEyes)).toEqual([[], [], [`${keyOf('common')}#t`], ['t']])
  })
})

describe('a service task', () => {
  const program = draw(
    'main',
    [start('s'), service('ask', { headers: { path: '/person' } }, '=kind'), user('t')],
    ['s -> ask -> t'],
  )

  test('hands a job over with all it can see, or only its inputs where it has some', () => {
    const it = new Case([program]).start({ kind: 'databus', id: '9' })
    expect(jobs(it)).toEqual([
      {
        element: 'ask',
        type: 'databus',
        retries: 3,
        headers: { path: '/person' },
        variables: { kind: 'databus', id: '9' },
      },
    ])
    const mapped = draw('main', [start('s'), service('ask', { in: { who: '=id' } })], ['s -> ask'])
    expect(jobs(new Case([mapped]).start({ id: '9' }))[0]?.variables).toEqual({ who: '9' })
  })

  test('keeps the result and goes on', () => {
    const it = new Case([program]).start({ kind: 'databus' }).job('ask', { name: 'Rana' })
    expect(it.variables).toEqual({ kind: 'databus', name: 'Rana' })
    expect(it.waits).toEqual(['task t'])
  })

  test('tries again until the attempts are used up, then asks for an operator', () => {
    const it = new Case([program]).start({ kind: 'databus' }).fail('ask', 2)
    expect(it.trouble).toEqual([])
    expect(it.live.waits[it.wait('job', 'ask')]).toMatchObject({ retries: 2 })
    it.fail('ask', 0)
    expect(it.trouble).toEqual(['job ask'])
    expect(it.incidents[0]?.message).toContain('the bus is down')
    it.fail('ask', 0)
    expect(it.trouble).toEqual(['job ask'])
    it.resolve('ask', 2)
    expect(it.kinds()).toEqual(['incidentResolved', 'jobRetried'])
    expect(it.last[1]).toMatchObject({ retries: 2, due: it.now })
    expect(it.job('ask').waits).toEqual(['task t'])
  })

  test('takes a late success for good, incident or not', () => {
    const it = new Case([program]).start({ kind: 'databus' }).fail('ask', 0).job('ask')
    expect(it.trouble).toEqual([])
    expect(it.waits).toEqual(['task t'])
  })

  test('cannot be completed, failed or broken off when it is closed', () => {
    const it = new Case([program]).start({ kind: 'databus' })
    const id = it.wait('job', 'ask')
    it.job('ask')
    for (const command of [
      { kind: 'completeJob', id, variables: {} },
      { kind: 'failJob', id, retries: 1, due: 0, reason: '' },
      { kind: 'throwJobError', id, code: 'X', message: '', variables: {} },
    ] as const) {
      const problem = it.try(command)
      expect(problem).toMatchObject({ kind: 'conflict', code: 'job.not-open' })
      expect(problem?.detail).toMatch(/Expected an open job .* but it was completed or canceled/)
    }
  })

  test.each([['0'], ['=1.5'], ['many'], ['=null']])('with %s attempts stops with an incident', (retries) => {
    const it = new Case([draw('main', [start('s'), service('ask', {}, 'x', retries)], ['s -> ask'])]).start()
    expect(it.trouble).toEqual(['expression ask'])
  })

  test('refuses a negative number of attempts left', () => {
    const it = new Case([program]).start({ kind: 'databus' })
    expect(it.try({ kind: 'failJob', id: it.wait('job', 'ask'), retries: -1, due: 0, reason: '' })).toMatchObject({
      kind: 'invalid',
    })
  })

  test('called off closes its job', () => {
    expect(new Case([program]).start({ kind: 'databus' }).cancel().kinds()).toEqual([
      'jobClosed',
      'elementTerminated',
      'elementTerminated',
      'instanceTerminated',
    ])
  })

  test('sent by a worker behaves the same for send tasks, throw and end events', () => {
    for (const kind of ['sendTask', 'throwEvent', 'endEvent'] as const) {
      const it = new Case([draw('main', [start('s'), sendJob('mail', kind)], ['s -> mail'])]).start()
      expect(it.waits).toEqual(['job mail'])
      expect(it.job('mail').status).toBe('completed')
    }
  })
})

describe('a script task', () => {
  test('computes into its variable', () => {
    const it = new Case([
      draw('main', [start('s'), script('fee', '=base * 2', 'fee'), user('t')], ['s -> fee -> t']),
    ]).start({ base: 5 })
    expect(it.variables).toEqual({ base: 5, fee: 10 })
  })

  test('that fails leaves nothing behind and can be tried again', () => {
    const it = new Case([
      draw('main', [start('s'), script('fee', '=base * 2', 'fee'), user('t')], ['s -> fee -> t']),
    ]).start()
    expect(it.trouble).toEqual(['expression fee'])
    expect(it.incidents[0]?.message).toContain('base * 2')
    expect(it.variables).toEqual({})
    expect(it.set('main', { base: 4 }).resolve('fee').variables).toEqual({ base: 4, fee: 8 })
  })

  test('gives lists and contexts as plain data', () => {
    const it = new Case([
      draw('main', [start('s'), script('x', '={a: [1, 2], b: null}', 'r'), user('t')], ['s -> x -> t']),
    ]).start()
    expect(it.variables).toEqual({ r: { a: [1, 2], b: null } })
  })
})

describe('a business rule task', () => {
  const fee: Decision = {
    id: 'fee',
    name: 'Fee',
    inputs: ['amount'],
    columns: [],
    evaluate(scope) {
      const amount = scope.get('amount')
      if (typeof amount !== 'number') return { ok: false, code: 'type', reason: 'Expected a number as amount' }
      return {
        ok: true,
        value: amount * 2,
        trace: [{ decision: 'fee', inputs: [{ expression: 'amount', value: amount }], rules: [1], output: amount * 2 }],
      }
    },
  }
  const ruled = (decisions: readonly Decision[]) =>
    draw('main', [start('s'), rule('r', 'fee', 'due'), user('t')], ['s -> r -> t'], decisions)

  test('keeps the result, and which rules fired is on the record', () => {
    const it = new Case([ruled([fee])]).start({ amount: 5 })
    expect(it.variables).toEqual({ amount: 5, due: 10 })
    expect(it.last).toContainEqual({
      kind: 'decisionEvaluated',
      id: it.last.flatMap((event) => (event.kind === 'elementActivated' && event.element === 'r' ? [event.id] : []))[0],
      decision: 'fee',
      trace: [{ decision: 'fee', inputs: [{ expression: 'amount', value: 5 }], rules: [1], output: 10 }],
      output: 10,
    })
  })

  test('whose decision fails is an incident until the variables are mended', () => {
    const it = new Case([ruled([fee])]).start({ amount: 'much' })
    expect(it.trouble).toEqual(['decision r'])
    expect(it.incidents[0]?.message).toContain('Expected a number as amount')
    expect(it.set('main', { amount: 1 }).resolve('r').variables).toEqual({ amount: 1, due: 2 })
  })

  test('whose decision is not there is an incident', () => {
    expect(new Case([ruled([])]).start().trouble).toEqual(['decision r'])
  })
})

describe('variables', () => {
  const withTask = (extra: Parameters<typeof user>[2]) =>
    draw('main', [start('s'), user('t', {}, extra), user('next')], ['s -> t -> next'])

  test('mapped in stay with the step, and later mappings see earlier ones', () => {
    const it = new Case([
      withTask({ in: { 'person.name': '=full', 'person.age': '=1 + 1', again: '=person.name' } }),
    ]).start({ full: 'Rana' })
    expect(it.live.elements[it.instance('t')]?.variables).toEqual({ person: { name: 'Rana', age: 2 }, again: 'Rana' })
    expect(it.variables).toEqual({ full: 'Rana' })
  })

  test('mapped out are all that leaves the step', () => {
    const it = new Case([withTask({ out: { 'result.ok': '=answer', note: '="n"' } })])
      .start({ result: { old: 1 } })
      .task('t', { answer: true, secret: 1 })
    expect(it.variables).toEqual({ result: { old: 1, ok: true }, note: 'n' })
  })

  test('go to the nearest scope that has them, else to the whole process', () => {
    const it = new Case([withTask({ in: { local: '=1' } })]).start().task('t', { local: 2, fresh: 3 })
    expect(it.variables).toEqual({ fresh: 3 })
  })

  test('that cannot be mapped in stop the step before it opens', () => {
    const it = new Case([withTask({ in: { a: '=missing' } })]).start()
    expect(it.trouble).toEqual(['expression t'])
    expect(it.incidents[0]?.message).toMatch(/input a .*missing/)
    expect(it.live.elements[it.instance('t')]).not.toHaveProperty('variables')
    expect(it.set('main', { missing: 1 }).resolve('t').waits).toEqual(['task t'])
    expect(it.live.elements[it.instance('t')]?.variables).toEqual({ a: 1 })
  })

  test('that cannot be mapped out stop the step with the answers kept, to be mapped again', () => {
    const it = new Case([withTask({ out: { b: '=answer + other' } })]).start().task('t', { answer: 1 }, 'rana')
    expect(it.trouble).toEqual(['expression t'])
    expect(it.live.elements[it.instance('t')]?.variables).toEqual({ answer: 1 })
    expect(it.variables).toEqual({})
    expect(it.set('main', { other: 2 }).resolve('t').variables).toEqual({ other: 2, b: 3 })
    expect(it.waits).toEqual(['task next'])
  })

  test('can be set on any live scope and on no other', () => {
    const it = new Case([withTask({})]).start().set('t', { own: 1 })
    expect(it.live.elements[it.instance('t')]?.variables).toEqual({ own: 1 })
    expect(it.try({ kind: 'setVariables', scope: '77' as LocalId, variables: {} })).toMatchObject({ kind: 'conflict' })
  })

  test('named like parts of every object are ordinary names', () => {
    const program = draw('main', [start('s'), xor('x'), end('e')], ['s -> x', 'x -> e if constructor = 1'])
    expect(new Case([program]).start().trouble).toEqual(['condition x'])
    expect(new Case([program]).start({ constructor: 1 }).status).toBe('completed')
  })
})

describe('starting', () => {
  const program = draw('main', [start('s'), manual('m')], ['s -> m'])

  test('an unknown process or start event is refused', () => {
    expect(() => new Case([program]).start({}, 'other')).toThrow('start.unknown')
    const it = new Case([])
    expect(
      it.try({
        kind: 'start',
        id: '0' as never,
        agency: 'moj' as never,
        reference: 'r' as never,
        program: keyOf('x'),
        variables: {},
      }),
    ).toMatchObject({ kind: 'notFound' })
  })

  test('twice is refused, and so is any command before', () => {
    const it = new Case([draw('main', [start('s'), user('t')], ['s -> t'])])
    expect(it.try({ kind: 'cancel', reason: '' })).toMatchObject({ kind: 'notFound' })
    it.start()
    expect(() => it.start()).toThrow('instance.exists')
  })
})
