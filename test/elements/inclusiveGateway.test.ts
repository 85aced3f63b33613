import { expect, test } from 'vitest'
import { endEvent, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { boundary, inclusive, user, after } from './steps.ts'

const some = (...more: readonly string[]) =>
  process(
    'Process_1',
    startEvent('Start'),
    inclusive('Some'),
    user('A'),
    user('B'),
    user('C'),
    inclusive('Join'),
    user('After'),
    'Start -> Some',
    'Some -> A if =a',
    'Some -> B if =b',
    ...more,
    'A -> Join -> After',
    'B -> Join',
    'C -> Join',
  )

test(
  'an inclusive gateway goes every way that is true and its join waits for exactly those',
  inOffice(async (office) => {
    const drawing = some('Some -> C by default')
    const both = await office.run(drawing, { a: true, b: true })
    expect(both.waits).toEqual(['task A', 'task B'])
    await both.task('A')
    expect(both.waits).toEqual(['task B'])
    await both.task('B')
    expect(both.waits).toEqual(['task After'])
    expect(both.entered('After')).toBe(1)
    const one = await office.start({ a: false, b: true })
    expect(one.waits).toEqual(['task B'])
    await one.task('B')
    expect(one.waits).toEqual(['task After'])
    const none = await office.start({ a: false, b: false })
    expect(none.waits).toEqual(['task C'])
    await none.task('C')
    expect(none.waits).toEqual(['task After'])
  }),
)

test(
  'an inclusive gateway with no true way and no default is an incident, mended by the variables',
  inOffice(async (office) => {
    const it = await office.run(some('Some -> C if =c'), { a: false, b: false, c: false })
    expect(it.trouble).toEqual(['condition Some'])
    await it.mend('Some', { a: true, c: true })
    expect(it.waits).toEqual(['task A', 'task C'])
    await it.task('C')
    await it.task('A')
    expect(it.entered('After')).toBe(1)
  }),
)

test(
  'one condition of several that fails opens none of the ways',
  inOffice(async (office) => {
    const it = await office.run(some('Some -> C if =c'), { a: true, b: true })
    expect(it.trouble).toEqual(['condition Some'])
    expect(it.waits).toEqual([])
    await it.mend('Some', { c: false })
    expect(it.waits).toEqual(['task A', 'task B'])
  }),
)

test(
  'an inclusive join waits for a branch that comes later by a boundary event',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      inclusive('Some'),
      user('A'),
      user('B'),
      boundary('Late', 'B', after('PT1H')),
      user('Remind'),
      inclusive('Join'),
      user('After'),
      endEvent('Aside'),
      'Start -> Some',
      'Some -> A if =true',
      'Some -> B if =true',
      'A -> Join -> After',
      'B -> Aside',
      'Late -> Remind -> Join',
    )
    const it = await office.run(drawing)
    await it.task('A')
    expect(it.waits).toEqual(['task B', 'timer Late'])
    await office.advance('PT1H')
    await it.read()
    expect(it.waits).toEqual(['task Remind'])
    await it.task('Remind')
    expect(it.waits).toEqual(['task After'])
    const other = await office.start()
    await other.task('A')
    await other.task('B')
    expect(other.waits).toEqual(['task After'])
  }),
)
