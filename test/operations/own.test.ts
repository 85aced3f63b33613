import { expect, test } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import type { LocalId, UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { line } from '../elements/draw.ts'
import { inOffice } from '../elements/office.ts'
import { PACKAGE, pack } from '../elements/pack.ts'
import { AGENCY, STAFF } from '../elements/staff.ts'
import { user } from '../elements/steps.ts'

const operator = (id: string): Actor => ({
  kind: 'user',
  id: id as UserId,
  agency: AGENCY,
  roles: ['operator'],
  groups: [],
})

const drawing = line(user('Pay'), user('Approve'), user('Issue'))

test(
  'an operator never moves, mends, holds, migrates, ends or restarts an application of their own; a colleague does',
  inOffice(async (office) => {
    await office.deploy(pack([drawing]), pack([drawing], { version: '1.1.0' }))
    const { engine } = office
    const started = await engine.startInstance(STAFF, {
      packageId: PACKAGE,
      version: '1.0.0',
      variables: {},
      channel: 'api',
      applicant: 'op.rana' as UserId,
    })
    if (isProblem(started)) throw new Error(started.detail)
    const it = await office.application(started.id)
    const toIssue = { reason: 'x', instructions: [{ kind: 'move', id: it.at('Pay') as LocalId, to: 'Issue' }] } as const
    const acts = (who: Actor) => [
      () => engine.modifyInstance(who, it.id, toIssue),
      () => engine.setVariables(who, it.id, { amount: 0 }),
      () => engine.suspendInstance(who, it.id, 'x'),
      () => engine.resumeInstance(who, it.id, 'x'),
      () => engine.migrateInstance(who, it.id, { to: '1.1.0' }),
      () => engine.cancelInstance(who, it.id, 'x'),
      () => engine.restartInstance(who, it.id, { reason: 'x', at: ['Approve'] }),
    ]
    const before = it.events.length
    for (const act of acts(operator('op.rana')))
      expect(await act()).toMatchObject({ kind: 'forbidden', code: 'instance.own-application' })
    expect((await it.read()).events.length).toBe(before)
    for (const act of acts(operator('op.omar'))) expect(isProblem(await act())).toBe(false)
  }),
)
