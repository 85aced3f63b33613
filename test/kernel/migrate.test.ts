import { describe, expect, test } from 'vitest'
import { programKey } from '../../engine/core/ids.ts'
import {
  after,
  and,
  boundary,
  call,
  draw,
  end,
  keyOf,
  onTimer,
  service,
  start,
  timerCatch,
  user,
  xor,
} from './build.ts'
import { type Case, NOW } from './case.ts'
import { against, asked, begin, type Drawing, HOUR, lastJob, lastTask, line, migrate, next, V2 } from './migration.ts'

describe('an application goes over to another version', () => {
  test('and goes on as that one says from where it stands', () => {
    const it = migrate(begin({ v1: line(user('t')), v2: line(user('t'), user('more')) }))
    expect(it.live.program).toBe(V2)
    expect(it.live.elements).toMatchObject({ 1: { element: 'main', program: V2 } })
    expect(it.task('t').waits).toEqual(['task more'])
    expect(it.task('more').status).toBe('completed')
  })

  test('under the element that is named, whose id the record keeps', () => {
    const it = begin({ v1: line(user('t')), v2: line(user('u')) })
    const id = it.wait('task', 't')
    migrate(it, { mapping: { t: 'u' } })
    expect(it.wait('task', 'u')).toBe(id)
    expect(it.task('u').path).toEqual(['s', 't', 'e'])
  })

  test('with variables the title page of that version gives', () => {
    const it = migrate(begin({ v1: line(user('t')), v2: line(user('t')), variables: { policy: { days: 3 } } }), {
      constants: { policy: { days: 5 } },
    })
    expect(it.variables).toEqual({ policy: { days: 5 } })
  })

  test('and is refused where it stands at what is not there any more', () => {
    expect(against(begin({ v1: line(user('t')), v2: line(user('u')) }))).toEqual(['unmapped t'])
    expect(against(begin({ v1: line(user('t')), v2: line(user('u')) }), { mapping: { t: '' } })).toEqual(['unmapped t'])
    expect(against(begin({ v1: line(user('t')), v2: line(user('u')) }), { mapping: { t: 'x' } })).toEqual([
      'unmapped t',
    ])
  })

  test('and is refused where an element of another kind takes the place', () => {
    expect(against(begin({ v1: line(user('t')), v2: line(service('t')) }))).toEqual(['kind t'])
  })

  test('and is refused to the version it is at, to one nobody deployed, and when it is over', () => {
    const it = begin({ v1: line(user('t')), v2: line(user('t')) })
    expect(it.try(asked({ to: keyOf('main') }))?.code).toBe('migration.there')
    expect(it.try(asked({ to: programKey('test', '3.0.0', 'main') }))?.code).toBe('program.unknown')
    expect(it.task('t').try(asked())?.code).toBe('instance.over')
  })

  test('and is refused where another executor keeps its own account of it', () => {
    const it = begin({ v1: line(user('t')), v2: line(user('t')) })
    it.state = { ...it.live, executor: 'other' }
    expect(it.try(asked())?.code).toBe('migration.executor')
  })

  test('with every reason against it at once', () => {
    const v1: Drawing = [
      [start('s'), and('a'), user('t'), service('w'), timerCatch('d', after('P1D'))],
      ['s -> a', 'a -> t', 'a -> w', 'a -> d'],
    ]
    const v2: Drawing = [
      [start('s'), and('a'), service('t')],
      ['s -> a', 'a -> t'],
    ]
    expect(against(begin({ v1, v2 }))).toEqual(['unmapped w', 'unmapped d', 'kind t'])
  })
})

describe('a user task', () => {
  const old = user('t', { candidateGroups: 'clerks', dueDate: 'P1D' })

  test('that is defined alike goes on untouched', () => {
    const it = begin({ v1: line(old), v2: line(old, user('more')) })
    migrate(it)
    expect(it.kinds()).not.toContain('taskRenewed')
    expect(it.waits).toEqual(['task t'])
  })

  test('has the form, people, urgency and dates of that version, counted from when it was opened', () => {
    const it = begin({
      v1: line(old),
      v2: line(user('t', { form: 'new', candidateGroups: '=group', dueDate: 'PT2H', priority: '90' })),
      variables: { group: 'supervisors' },
    })
    it.now += 24 * HOUR
    migrate(it, { opened: { [it.wait('task', 't')]: NOW } })
    expect(lastTask(it)).toMatchObject({
      form: 'new',
      candidateGroups: ['supervisors'],
      due: NOW + 2 * HOUR,
      priority: 90,
      program: V2,
    })
  })

  const taken = (it: Case): Case => it.take({ kind: 'assignTask', id: it.wait('task', 't'), assignee: 'rana' as never })

  test('stays with whoever has taken it', () => {
    const it = taken(begin({ v1: line(old), v2: line(user('t', { candidateGroups: 'clerks', dueDate: 'P2D' })) }))
    expect(lastTask(migrate(it))?.assignee).toBe('rana')
  })

  test('goes back to everybody when it is offered to others now', () => {
    const it = taken(begin({ v1: line(old), v2: line(user('t', { candidateGroups: 'supervisors' })) }))
    expect(lastTask(migrate(it))?.assignee).toBeUndefined()
    expect(it.live.waits[it.wait('task', 't')]).not.toHaveProperty('assignee')
  })

  test('has its input mapping evaluated anew where that is another one', () => {
    const it = begin({
      v1: line(user('t', {}, { in: { fee: '=n' } })),
      v2: line(user('t', {}, { in: { amount: '=n + 1' } })),
      variables: { n: 1 },
    })
    migrate(it)
    expect(it.live.elements[it.instance('t')]?.variables).toEqual({ amount: 2 })
  })

  test('whose new definition cannot be evaluated refuses the whole', () => {
    const it = begin({ v1: line(old), v2: line(user('t', { assignee: '=nobody_knows' })) })
    expect(against(it)).toEqual(['expression t'])
  })
})

describe('four eyes', () => {
  const v1 = line(user('review'), user('approve', { fourEyes: ['review'] }))

  test('see the same person under the new name of the task', () => {
    const it = begin({ v1, v2: line(user('check'), user('approve', { fourEyes: ['check'] })) }).task(
      'review',
      {},
      'rana',
    )
    migrate(it, { mapping: { review: 'check' } })
    expect(it.live.completers).toEqual({ check: 'rana' })
    expect(lastTask(it)?.fourEyes).toEqual(['check'])
  })

  test('are not closed by a name nobody gave', () => {
    const it = begin({ v1, v2: line(user('check'), user('approve', { fourEyes: ['check'] })) }).task(
      'review',
      {},
      'rana',
    )
    expect(against(it)).toEqual(['four-eyes review'])
    migrate(it, { mapping: { review: '' } })
    expect(it.live.completers).toEqual({})
  })

  test('do not mistake one person for another where two tasks become one', () => {
    const three = line(user('a'), user('b'), user('c', { fourEyes: ['a', 'b'] }))
    const it = begin({ v1: three, v2: line(user('a'), user('c', { fourEyes: ['a'] })) })
    it.task('a', {}, 'rana').task('b', {}, 'sami')
    expect(against(it, { mapping: { b: 'a' } })).toEqual(['four-eyes b'])
  })

  test('see through called processes, those that have ended too', () => {
    const inner = line(user('look'), user('sign', { fourEyes: ['look'] }))
    const others = [draw('inner', ...inner), next(draw('inner', ...inner))]
    const v2Key = programKey('test', '2.0.0', 'inner')
    const twice: Drawing = [
      [start('s'), xor('again'), call('c', keyOf('inner')), user('u')],
      ['s -> again -> c -> u', 'u -> again'],
    ]
    const v2: Drawing = [
      [start('s'), xor('again'), call('c', v2Key), user('u')],
      ['s -> again -> c -> u', 'u -> again'],
    ]
    const it = begin({ v1: twice, v2, others })
    it.task('look', {}, 'rana').task('sign', {}, 'sami')
    migrate(it)
    expect(it.live.completers).toEqual({ [`${v2Key}#look`]: 'rana', [`${v2Key}#sign`]: 'sami' })
    it.task('u').task('look', {}, 'huda')
    expect(it.live.completers).toMatchObject({ [`${v2Key}#look`]: 'huda' })
  })
})

describe('a job', () => {
  const old = service('w', { in: { n: '=n' }, headers: { a: '1' } }, 'stamp', '3')

  test('that is defined alike goes on untouched, also while a worker holds it', () => {
    const it = begin({ v1: line(old), v2: line(old), variables: { n: 1 } })
    migrate(it, { busy: [it.wait('job', 'w')] })
    expect(it.kinds()).not.toContain('jobRenewed')
    expect(it.job('w').status).toBe('completed')
  })

  test('has type, headers, attempts and inputs of that version under its old key', () => {
    const it = begin({
      v1: line(old),
      v2: line(service('w', { in: { amount: '=n * 2' }, headers: { b: '2' } }, 'seal', '5')),
      variables: { n: 4 },
    })
    const id = it.wait('job', 'w')
    migrate(it)
    expect(lastJob(it)).toEqual({
      element: 'w',
      type: 'seal',
      retries: 5,
      headers: { b: '2' },
      variables: { amount: 8 },
    })
    expect(it.live.waits[id]).toEqual({ kind: 'job', owner: id, type: 'seal', retries: 5 })
  })

  test('that somebody is at is not changed under their hands, but may be kept', () => {
    const it = begin({ v1: line(old), v2: line(service('w', {}, 'seal')), variables: { n: 4 } })
    const busy = [it.wait('job', 'w')]
    expect(against(it, { busy })).toEqual(['job w'])
    migrate(it, { busy, jobs: 'keep' })
    expect(it.live.waits[it.wait('job', 'w')]).toMatchObject({ type: 'stamp' })
    expect(it.job('w').status).toBe('completed')
  })

  test('that is out of attempts waits for its incident, and then goes out as the new version has it', () => {
    const it = begin({ v1: line(old), v2: line(service('w2', {}, 'seal')), variables: { n: 4 } }).fail('w', 0)
    migrate(it, { mapping: { w: 'w2' } })
    expect(it.trouble).toEqual(['job w2'])
    expect(lastJob(it)).toMatchObject({ type: 'seal', retries: 0 })
    it.resolve('w2').job('w2')
    expect(it.status).toBe('completed')
  })
})

describe('an incident', () => {
  test('goes on under its element, and resolving it tries the step of the new version', () => {
    const v1: Drawing = [
      [start('s'), xor('x'), user('a'), user('b')],
      ['s -> x', 'x -> a if wrong > 1', 'x -> b default'],
    ]
    const v2: Drawing = [
      [start('s'), xor('y'), user('a'), user('b')],
      ['s -> y', 'y -> a if n > 1', 'y -> b default'],
    ]
    const it = begin({ v1, v2, variables: { n: 2 } })
    expect(it.trouble).toEqual(['condition x'])
    migrate(it, { mapping: { x: 'y' } })
    expect(it.trouble).toEqual(['condition y'])
    expect(it.resolve('y').waits).toEqual(['task a'])
  })

  test('at an element that was never opened opens nothing of it', () => {
    const late = (assignee: string): Drawing => [
      [start('s'), user('t', { assignee }), boundary('late', 't', onTimer(after('P1D'))), end('e')],
      ['s -> t -> e'],
    ]
    const it = begin({ v1: line(user('t', { assignee: '=who' })), v2: late('=other'), variables: { other: 'rana' } })
    migrate(it)
    expect(it.waits).toEqual([])
    expect(it.resolve('t').waits).toEqual(['task t', 'timer late'])
  })
})
