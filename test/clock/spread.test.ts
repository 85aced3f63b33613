import { expect, test } from 'vitest'
import { isProblem } from '../../engine/core/problem.ts'
import { holidayDuty } from '../../engine/holidays.ts'
import { eventsOf } from '../../engine/core/history.ts'
import { programKey } from '../../engine/core/ids.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { replay } from '../../engine/replay/replay.ts'
import { inOffice, Office } from '../elements/office.ts'
import { PACKAGE } from '../elements/pack.ts'
import { STAFF, told } from '../elements/staff.ts'
import { service } from './drawn.ts'

const OFF = { ar: 'عطلة', en: 'Off' }

async function announce(office: Office, first: string): Promise<string> {
  const made = await office.engine.announceHoliday(STAFF, { title: OFF, first })
  if (isProblem(made)) throw new Error(told(made))
  return made.id
}

const recounts = async (office: Office): Promise<readonly number[]> =>
  (await office.all()).map(({ events }) => events.filter(({ kind }) => kind === 'clockRecalculated').length)

test(
  'a day is carried to more applications than one round takes, and begun anew after a restart it counts nothing twice',
  { timeout: 120_000 },
  async () => {
    const office = new Office()
    try {
      await office.deploy(service())
      for (let n = 0; n < 205; n++)
        await office.engine.startInstance(STAFF, { packageId: PACKAGE, variables: {}, channel: 'api' })
      await announce(office, '2026-11-25')
      const killed = holidayDuty(office.engine.deps)
      expect(await killed()).toBeGreaterThan(0)
      expect(await office.engine.deps.store.holidays.spreading()).toHaveLength(1)
      const after = holidayDuty(office.engine.deps)
      while ((await after()) > 0) continue
      expect(await office.engine.deps.store.holidays.spreading()).toEqual([])
      const { items, next } = await office.engine.deps.store.instances.list({ limit: 200 })
      const rest = await office.engine.deps.store.instances.list({ limit: 200, ...(next && { after: next }) })
      const counts: number[] = []
      for (const { id } of [...items, ...rest.items]) {
        const records = await office.engine.deps.store.instances.history(id)
        counts.push(records.flatMap(eventsOf).filter(({ kind }) => kind === 'clockRecalculated').length)
      }
      expect(counts).toEqual(Array.from({ length: 205 }, () => 1))
    } finally {
      await office.close()
    }
  },
)

test(
  'days announced and withdrawn one after the other are each on the record of who they move',
  inOffice(async (office) => {
    await office.run(service())
    const first = await announce(office, '2026-11-24')
    await announce(office, '2026-11-25')
    await office.settle()
    expect(await recounts(office)).toEqual([1])
    await office.engine.withdrawHoliday(STAFF, first, 'no snow')
    await office.settle()
    expect(await recounts(office)).toEqual([2])
  }),
)

test(
  'a history is decided again by what was known at each of its moments, so that it differs nowhere',
  inOffice(async (office) => {
    const it = await office.run(service())
    await announce(office, '2026-11-25')
    await office.settle()
    await office.advance('P1D')
    await it.task('Review', { ask: true })
    await office.engine.announceHoliday(STAFF, { title: OFF, first: '2026-11-26' })
    await office.advance('P8D')
    await it.task('Correct')
    await office.advance('P9D')
    const { store, definitions } = office.engine.deps
    const program = programKey(PACKAGE, '1.0.0', 'Process_1')
    const context = await definitions.context(program)
    const lines = (await store.instances.history(it.id)).map((line) => ({ ...line, events: eventsOf(line) }))
    const around = { ...context, program, executor: kernel, constants: {} }
    const same = replay(lines, { ...around, holidays: await store.holidays.list() })
    expect([same.differences, same.followed]).toEqual([[], lines.length])
    const unknowing = replay(lines, around)
    expect(unknowing.differences.map(({ kind, name }) => `${kind} ${name}`)).toContain('timer decision')
  }),
)
