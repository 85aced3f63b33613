import { describe, expect, test } from 'vitest'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import { endEvent, process, startEvent, type Step } from '../elements/draw.ts'
import { inOffice, type Office } from '../elements/office.ts'
import { PACKAGE, pack } from '../elements/pack.ts'
import { AGENCY, STAFF, local, told } from '../elements/staff.ts'
import { after, at, every, start, timer, user } from '../elements/steps.ts'

const service = (begin: Step, version = '1.0.0') =>
  pack(
    [
      process(
        'Process_1',
        startEvent('Start'),
        begin,
        user('Look'),
        endEvent('End'),
        'Start -> Look -> End',
        `${begin.id} -> Look`,
      ),
    ],
    { version },
  )

function done<T>(outcome: T | Problem): T {
  if (isProblem(outcome)) throw new Error(told(outcome))
  return outcome
}

async function announce(office: Office, first: string, last = first): Promise<string> {
  const { id } = done(await office.engine.announceHoliday(STAFF, { title: { ar: 'عيد', en: 'Feast' }, first, last }))
  await office.settle()
  return id
}

/** When each application began. */
const begun = async (office: Office): Promise<readonly string[]> => {
  const page = await office.engine.deps.store.instances.list({ limit: 200 })
  return page.items.toReversed().map(({ startedAt }) => local(startedAt))
}

const programs = async (office: Office) => (await office.all()).map(({ state }) => state.program)

const hold = async (office: Office) =>
  done(await office.engine.suspendService(STAFF, { agency: AGENCY, packageId: PACKAGE, reason: 'the law changes' }))
const release = async (office: Office) => {
  done(await office.engine.resumeService(STAFF, { agency: AGENCY, packageId: PACKAGE, reason: 'it is in force' }))
  await office.settle()
}

describe('a service that begins by itself on working days', () => {
  test(
    'knows the days announced before it was deployed',
    inOffice(async (office) => {
      await announce(office, '2026-11-24')
      await office.deploy(service(start('Begin', after('P1WD'))))
      await office.until('2026-11-26T00:00:00+02:00')
      expect(await begun(office)).toEqual(['2026-11-25T10:00'])
    }),
  )

  test(
    'is moved by days announced while it waits, also on the day itself, and back when they are withdrawn',
    inOffice(async (office) => {
      await office.deploy(service(start('Begin', after('P2WD'))))
      const first = await announce(office, '2026-11-24')
      await office.until('2026-11-25T23:00:00+02:00')
      expect(await begun(office)).toEqual([])
      await office.engine.withdrawHoliday(STAFF, first, 'no feast')
      office.clock.set(Date.parse('2026-11-25T23:30:00+02:00'))
      await office.settle()
      expect(await begun(office)).toEqual(['2026-11-25T23:30'])
    }),
  )

  test(
    'in a cycle counts each time from the last, by the days known when it falls due',
    inOffice(async (office) => {
      await office.deploy(service(start('Begin', every('R3/P1WD'))))
      await office.until('2026-11-24T12:00:00+02:00')
      await announce(office, '2026-11-25', '2026-11-26')
      await office.until('2026-12-10T00:00:00+02:00')
      expect(await begun(office)).toEqual(['2026-11-24T10:00', '2026-11-29T10:00', '2026-11-30T10:00'])
    }),
  )

  test(
    'does not begin on a day announced in the minute before',
    inOffice(async (office) => {
      await office.deploy(service(start('Begin', every('R/P1WD'))))
      done(await office.engine.announceHoliday(STAFF, { title: { ar: 'عيد', en: 'Feast' }, first: '2026-11-24' }))
      office.clock.set(Date.parse('2026-11-24T10:00:00+02:00'))
      await office.settle()
      expect(await begun(office)).toEqual([])
      await office.until('2026-11-25T10:00:00+02:00')
      expect(await begun(office)).toEqual(['2026-11-25T10:00'])
    }),
  )

  test(
    'counts in FEEL as well',
    inOffice(async (office) => {
      const when = '=date and time(add working days(today(), 1), time("08:00:00"))'
      await office.deploy(service(start('Begin', timer('timeDate', when))))
      await announce(office, '2026-11-24')
      await office.until('2026-11-30T00:00:00+02:00')
      expect(await begun(office)).toEqual(['2026-11-25T08:00'])
    }),
  )

  test(
    'that says nothing of working days stays where it is',
    inOffice(async (office) => {
      await office.deploy(service(start('Begin', every('R2/P1D'))))
      await announce(office, '2026-11-24', '2026-11-25')
      await office.until('2026-11-30T00:00:00+02:00')
      expect(await begun(office)).toEqual(['2026-11-24T10:00', '2026-11-25T10:00'])
    }),
  )
})

describe('a new version of a service that begins by itself', () => {
  test(
    'goes on with the same timer: a cycle is not begun anew, nor is what is over',
    inOffice(async (office) => {
      await office.deploy(service(start('Begin', every('R3/P2D'))))
      await office.advance('P1D')
      await office.deploy(service(start('Begin', every('R3/P2D')), '1.1.0'))
      await office.advance('P2D')
      expect(await begun(office)).toEqual(['2026-11-25T10:00'])
      await office.deploy(service(start('Begin', every('R3/P2D')), '1.2.0'))
      await office.advance('P9D')
      expect(await begun(office)).toEqual(['2026-11-25T10:00', '2026-11-27T10:00', '2026-11-29T10:00'])
      await office.deploy(service(start('Begin', every('R3/P2D')), '1.3.0'))
      await office.advance('P9D')
      expect(await begun(office)).toHaveLength(3)
      expect((await programs(office)).map((it) => it.split('/')[0])).toEqual([
        `${PACKAGE}@1.1.0`,
        `${PACKAGE}@1.2.0`,
        `${PACKAGE}@1.2.0`,
      ])
    }),
  )

  test(
    'does not begin again on a date that has passed',
    inOffice(async (office) => {
      await office.deploy(service(start('Begin', at('2026-11-24T08:00:00'))))
      await office.advance('P2D')
      await office.deploy(service(start('Begin', at('2026-11-24T08:00:00')), '1.1.0'))
      await office.advance('P2D')
      expect(await begun(office)).toEqual(['2026-11-24T08:00'])
    }),
  )

  test(
    'that says another time is counted from its deployment',
    inOffice(async (office) => {
      await office.deploy(service(start('Begin', every('R/P2D'))))
      await office.advance('P1D')
      await office.deploy(service(start('Begin', every('R/P3D')), '1.1.0'))
      await office.advance('P3D')
      expect(await begun(office)).toEqual(['2026-11-27T10:00'])
    }),
  )

  test(
    'deployed while it was held begins what fell due meanwhile, once, when it goes on',
    inOffice(async (office) => {
      await office.deploy(service(start('Begin', every('R/P2D'))))
      await hold(office)
      await office.advance('P1D')
      await office.deploy(service(start('Begin', every('R/P2D')), '1.1.0'))
      await office.advance('P2D')
      expect(await begun(office)).toEqual([])
      await release(office)
      expect(await begun(office)).toEqual(['2026-11-26T10:00'])
      expect(await programs(office)).toEqual([`${PACKAGE}@1.1.0/Process_1`])
      await office.advance('P2D')
      expect(await begun(office)).toEqual(['2026-11-26T10:00', '2026-11-28T10:00'])
    }),
  )
})
