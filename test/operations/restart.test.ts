import { expect, test } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import { globalId, type UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { endEvent, line, process, startEvent } from '../elements/draw.ts'
import { inOffice } from '../elements/office.ts'
import { AGENCY, STAFF } from '../elements/staff.ts'
import { after, boundary, sub, user } from '../elements/steps.ts'

const nested = process(
  'Process_1',
  startEvent('Start'),
  user('Before'),
  sub('Part', {}, startEvent('In'), user('Inner'), user('Other'), endEvent('Out'), 'In -> Inner -> Other -> Out'),
  boundary('Late', 'Part', after('P3D')),
  user('After'),
  endEvent('End'),
  'Start -> Before -> Part -> After -> End',
  'Late -> After',
)

test(
  'an ended application is continued as a new one that knows what it knew, at the elements named',
  inOffice(async (office) => {
    const it = await office.run(nested, { amount: 5 })
    await it.task('Before', { checked: true })
    await it.cancel()
    const again = await it.restart(['Other'], { amount: 6 })
    expect(again.id).not.toBe(it.id)
    expect(again.waits.toSorted()).toEqual(['task Other', 'timer Late'])
    expect(again.variables).toEqual({ amount: 6, checked: true })
    expect(again.events[0]).toMatchObject({ kind: 'instanceStarted', restarts: { of: it.id, reason: 'reopened' } })
    await again.task('Other')
    expect((await again.task('After')).status).toBe('completed')
  }),
)

test(
  'an application that runs is not restarted, nor one at an element it does not have',
  inOffice(async (office) => {
    const it = await office.run(nested)
    const restart = (at: readonly string[]) => office.engine.restartInstance(STAFF, it.id, { reason: 'x', at })
    expect(await restart(['After'])).toMatchObject({ kind: 'conflict', code: 'restart.running' })
    await it.cancel()
    expect(await restart(['Nowhere'])).toMatchObject({ code: 'restart.refused', findings: [{ place: 'Nowhere' }] })
    expect(await restart([])).toMatchObject({ code: 'restart.refused' })
  }),
)

test(
  'who completed a task before the restart may not be the second pair of eyes after it',
  inOffice(async (office) => {
    const approve = user('Approve', { properties: { 'masar:fourEyes': 'Review' } })
    const it = await office.run(line(user('Review'), approve))
    const review = await it.desk('Review')
    const reviewed = await office.engine.completeTask(clerk('clerk.rana'), globalId(it.id, review.id), {})
    expect(isProblem(reviewed)).toBe(false)
    await office.settle()
    await it.cancel()
    const again = await it.restart(['Approve'])
    const { id } = await again.desk('Approve')
    const complete = (who: string) => office.engine.completeTask(clerk(who), globalId(again.id, id), {})
    expect(await complete('clerk.rana')).toMatchObject({ kind: 'forbidden', code: 'task.four-eyes' })
    expect(isProblem(await complete('clerk.omar'))).toBe(false)
    expect((await again.read()).status).toBe('completed')
  }),
)

const clerk = (id: string): Actor => ({
  kind: 'user',
  id: id as UserId,
  agency: AGENCY,
  roles: ['clerk'],
  groups: ['clerks'],
})
