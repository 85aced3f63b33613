import { describe, expect, test } from 'vitest'
import { compileForm } from '../../forms/compile.ts'
import { evaluate } from '../../forms/evaluate.ts'
import { changesFor } from '../../forms/browser/changes.ts'
import { liveData } from '../../forms/browser/live-data.ts'
import type { FormContext } from '../../forms/form.ts'
import type { Holiday } from '../../engine/core/holiday.ts'
import { eventsOf } from '../../engine/core/history.ts'
import { programKey } from '../../engine/core/ids.ts'
import { withHolidays, PALESTINE } from '../../engine/core/policy/calendar.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { replay } from '../../engine/replay/replay.ts'
import { endEvent, line, process, startEvent } from '../elements/draw.ts'
import { inOffice, NOW, type Office } from '../elements/office.ts'
import { PACKAGE, pack } from '../elements/pack.ts'
import { AGENCY, STAFF, told } from '../elements/staff.ts'
import { exclusive, script, user } from '../elements/steps.ts'

const title = { ar: 'عيد', en: 'Feast' }

async function announce(office: Office, first: string): Promise<void> {
  const made = await office.engine.announceHoliday(STAFF, { title, first })
  if (isProblem(made)) throw new Error(told(made))
  await office.settle()
}

const counting = line(
  user('Review'),
  script('Count', '=string(add working days(today(), 2))', 'answerBy'),
  user('Last'),
)

describe('an expression that counts working days', () => {
  test(
    'knows the days announced so far, and the record says by which it counted',
    inOffice(async (office) => {
      const it = await office.run(counting)
      expect(it.events.filter(({ kind }) => kind === 'daysCounted')).toEqual([])
      await announce(office, '2026-11-24')
      await it.task('Review')
      expect(it.variables).toMatchObject({ answerBy: '2026-11-26' })
      expect(it.events.filter(({ kind }) => kind === 'daysCounted')).toEqual([{ kind: 'daysCounted', calendar: 1 }])
      const other = await office.start()
      await other.task('Review')
      expect(other.variables).toMatchObject({ answerBy: '2026-11-26' })
    }),
  )

  test(
    'takes a way by it, of the governorate too',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        exclusive('Open'),
        user('Today'),
        user('Later'),
        endEvent('End'),
        'Start -> Open',
        'Open -> Today if =is working day(date("2026-11-24"), where)',
        'Open -> Later by default',
        'Today -> End',
        'Later -> End',
      )
      const made = await office.engine.announceHoliday(STAFF, { title, first: '2026-11-24', governorate: 'PS-HBN' })
      if (isProblem(made)) throw new Error(told(made))
      const here = await office.run(drawing, { where: 'PS-RBH' })
      expect(here.waits).toEqual(['task Today'])
      const there = await office.start({ where: 'PS-HBN' })
      expect(there.waits).toEqual(['task Later'])
    }),
  )

  test(
    'is decided again by what it knew, also where a day of the same moment was not known yet',
    inOffice(async (office) => {
      const it = await office.run(counting)
      await announce(office, '2026-11-24')
      await it.task('Review')
      const { store, definitions } = office.engine.deps
      const program = programKey(PACKAGE, '1.0.0', 'Process_1')
      const context = await definitions.context(program)
      const lines = (await store.instances.history(it.id)).map((one) => ({ ...one, events: eventsOf(one) }))
      const around = { ...context, program, executor: kernel, constants: {} }
      const known = await store.holidays.list()
      const late: Holiday = {
        id: 'late',
        title,
        first: '2026-11-25',
        last: '2026-11-25',
        announced: { at: lines.at(-1)?.at ?? 0, by: 'x' },
      }
      const same = replay(lines, { ...around, holidays: [...known, late] })
      expect([same.differences, same.followed]).toEqual([[], lines.length])
      const unknowing = replay(lines, { ...around, holidays: [] })
      expect(unknowing.differences.map(({ kind, name }) => `${kind} ${name}`)).toContain('variable answerBy')
    }),
  )
})

const FORM = {
  id: 'visit',
  title: { ar: 'زيارة', en: 'Visit' },
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['day'],
    properties: {
      day: { type: 'string', format: 'date' },
      ready: { type: 'string', format: 'date' },
      why: { type: 'string' },
    },
  },
  ui: {
    type: 'VerticalLayout',
    elements: [
      { type: 'Control', scope: '#/properties/day' },
      {
        type: 'Control',
        scope: '#/properties/ready',
        options: { computed: '=if day = null then null else string(add working days(date(day), 2))' },
      },
      {
        type: 'Control',
        scope: '#/properties/why',
        options: { visible: '=day != null and not(is working day(date(day)))' },
      },
    ],
  },
  texts: {
    '/day': { label: { ar: 'اليوم', en: 'Day' } },
    '/ready': { label: { ar: 'الجاهزية', en: 'Ready' } },
    '/why': { label: { ar: 'السبب', en: 'Why' } },
  },
} as const

describe('a form that counts working days', () => {
  const holiday: Holiday = { id: 'a', title, first: '2026-11-24', last: '2026-11-24', announced: { at: NOW, by: 'x' } }
  const days = withHolidays(PALESTINE, [holiday], AGENCY)
  const context: FormContext = {
    language: 'en',
    variables: {},
    now: NOW,
    timeZone: 'Asia/Hebron',
    by: 'applicant',
    days,
  }

  test('shows and computes the same in the page as on the server', () => {
    const form = compileForm(FORM)
    for (const [day, ready, asksWhy] of [
      ['2026-11-23', '2026-11-26', false],
      ['2026-11-24', '2026-11-26', true],
      ['2026-11-27', '2026-11-30', true],
    ] as const) {
      const here = evaluate(form, { day, why: 'urgent' }, context)
      expect(here.answers).toEqual({ day, ready, ...(asksWhy ? { why: 'urgent' } : {}) })
      const live = liveData(form, {}, context, '')
      const sent = JSON.parse(JSON.stringify(live)) as NonNullable<typeof live>
      const [year = '', month = '', date = ''] = day.split('-')
      const there = changesFor(sent, { '/day/year': year, '/day/month': month, '/day/day': date })
      expect(there.questions.get('/ready')?.shown).toContain(String(Number(ready.slice(-2))))
      expect([...there.hidden.values()]).toContain(!asksWhy)
    }
  })

  test('takes the calendar along to the page only where it counts', () => {
    const counts = liveData(compileForm(FORM), {}, context, '')
    expect(counts?.days?.holidays).toEqual(['2026-11-24'])
    const { ui: _, ...plain } = FORM
    const rule = { type: 'Control', scope: '#/properties/why', options: { visible: '=day != null' } }
    const other = liveData(compileForm({ ...plain, ui: { type: 'VerticalLayout', elements: [rule] } }), {}, context, '')
    expect(other).toBeDefined()
    expect(other).not.toHaveProperty('days')
  })

  test(
    'is judged by the days announced when it is sent',
    inOffice(async (office) => {
      const start = user('Visit', { form: 'visit' })
      const { id: _, ...written } = FORM
      const it = await office.run(pack([line(start, user('Last'))], { files: { 'forms/visit.form.json': written } }))
      await announce(office, '2026-11-24')
      await it.task('Visit', { day: '2026-11-23' })
      expect(it.variables).toMatchObject({ day: '2026-11-23', ready: '2026-11-26' })
    }),
  )
})
