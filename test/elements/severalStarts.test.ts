import { describe, expect, test } from 'vitest'
import { endEvent, line, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { STAFF } from './staff.ts'
import { after, at, beside, call, every, eventSub, manual, message, start, sub, user } from './steps.ts'

/** First licence or renewal, as the applicant chooses. */
const licence = process(
  'Process_1',
  startEvent('First'),
  startEvent('Renewal'),
  user('Inspect'),
  user('Issue'),
  'First -> Inspect -> Issue',
  'Renewal -> Issue',
)

const form = (field: string) => ({
  title: { ar: 'طلب', en: 'Apply' },
  schema: { type: 'object', additionalProperties: false, properties: { [field]: { type: 'string' } } },
  ui: { type: 'VerticalLayout', elements: [{ type: 'Control', scope: `#/properties/${field}` }] },
  texts: { [`/${field}`]: { label: { ar: 'أ', en: 'A' } } },
})
const withForm = (step: Step, formId: string): Step => ({
  ...step,
  extensions: `<zeebe:formDefinition formId="${formId}" />`,
})

describe('a process with several none start events', () => {
  test(
    'begins at the one that is named, since each is an independent event (10.5.2)',
    inOffice(async (office) => {
      await office.deploy(pack([licence]))
      const renewal = await office.startAt('Renewal')
      expect(renewal.path).toEqual(['Renewal'])
      expect(renewal.waits).toEqual(['task Issue'])
      const first = await office.startAt('First')
      expect(first.waits).toEqual(['task Inspect'])
      expect(await office.all()).toHaveLength(2)
    }),
  )

  test(
    'begins nowhere unless one of them is named',
    inOffice(async (office) => {
      await office.deploy(pack([licence]))
      expect(await office.tryStart({})).toMatchObject({ code: 'start.event' })
      expect(await office.tryStart({}, 'Inspect')).toMatchObject({ code: 'start.event' })
      expect(await office.all()).toHaveLength(0)
    }),
  )

  test(
    'asks with the form drawn on the start event that was chosen, or else with the one of workflow.json',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        withForm(startEvent('First'), 'long'),
        withForm(startEvent('Renewal'), 'short'),
        user('Issue'),
        'First -> Issue',
        'Renewal -> Issue',
      )
      await office.deploy(
        pack([drawing], {
          files: { 'forms/long.form.json': form('address'), 'forms/short.form.json': form('number') },
        }),
      )
      expect((await office.startAt('Renewal', { number: '7' })).variables).toEqual({ number: '7' })
      expect(await office.tryStart({ number: '7' }, 'First')).toMatchObject({ code: 'answers.unasked' })
    }),
  )

  test(
    'finds the same application again only for the same start event',
    inOffice(async (office) => {
      await office.deploy(pack([licence]))
      const request = { packageId: 'moj.elements', variables: {}, channel: 'api', idempotencyKey: 'k' } as const
      await office.engine.startInstance(STAFF, { ...request, startEvent: 'First' })
      expect(await office.engine.startInstance(STAFF, { ...request, startEvent: 'First' })).toMatchObject({
        created: false,
      })
      expect(await office.engine.startInstance(STAFF, { ...request, startEvent: 'Renewal' })).toMatchObject({
        code: 'start.key-reused',
      })
      await office.settle()
    }),
  )

  test(
    'is called at the one the call names, and only that one gets a token (10.5.2)',
    inOffice(async (office) => {
      const called = { ...licence, id: 'Licence' }
      const main = line(call('Call', 'Licence', { child: true, properties: { 'masar:startEvent': 'Renewal' } }))
      const it = await office.run(pack([main, called]))
      expect(it.waits).toEqual(['task Issue'])
      await it.task('Issue')
      expect(it.status).toBe('completed')
    }),
  )

  test('is not called without a name or by a wrong one', async () => {
    const called = { ...licence, id: 'Licence' }
    const main = (properties?: Readonly<Record<string, string>>) =>
      pack([line(call('Call', 'Licence', properties ? { properties } : {})), called])
    expect(await refused(main())).toEqual(['bpmn/calls Call'])
    expect(await refused(main({ 'masar:startEvent': 'Inspect' }))).toEqual(['bpmn/calls Call'])
    const single = process('Plain', startEvent('Only'), user('Do'), 'Only -> Do')
    const named = line(call('Call', 'Plain', { properties: { 'masar:startEvent': 'Only' } }))
    expect(await refused(pack([named, single]))).toEqual(['bpmn/calls Call'])
  })
})

test(
  'people, messages and the calendar each begin an application of their own',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Asked'),
      start('Told', message('judgment.registered')),
      start('Corrected', message('judgment.corrected')),
      start('Planned', at('2026-11-24T08:00:00')),
      start('Again', every('R2/P1D')),
      user('Review'),
      ...['Asked', 'Told', 'Corrected', 'Planned', 'Again'].map((id) => `${id} -> Review`),
    )
    await office.deploy(pack([drawing]))
    await office.start()
    await office.message('judgment.registered')
    await office.message('judgment.corrected')
    await office.advance('P3D')
    const paths = (await office.all()).map((it) => it.path)
    expect(paths).toEqual([['Asked'], ['Told'], ['Corrected'], ['Planned'], ['Again'], ['Again']])
  }),
)

test(
  'a subprocess with several none start events begins at all of them, and its event subprocess listens once',
  inOffice(async (office) => {
    const part = sub(
      'Part',
      {},
      startEvent('One'),
      startEvent('Two'),
      user('A'),
      user('B'),
      endEvent('Out'),
      eventSub('Also', beside(start('Tick', after('PT1H'))), manual('Note'), 'Tick -> Note'),
      'One -> A -> Out',
      'Two -> B -> Out',
    )
    const it = await office.run(line(part))
    expect(it.waits).toEqual(['timer Also', 'task A', 'task B'])
    await it.task('A')
    expect(it.status).toBe('active')
    await office.advance('PT1H')
    await it.read()
    expect(it.entered('Note')).toBe(1)
    await it.task('B')
    expect(it.entered('Out')).toBe(2)
    expect(it.status).toBe('completed')
  }),
)
