import { describe, expect, test } from 'vitest'
import { endEvent, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { refused } from './refused.ts'
import {
  beside,
  boundary,
  cancel,
  compensation,
  end,
  error,
  eventSub,
  exclusive,
  message,
  service,
  start,
  sub,
  transaction,
  undoing,
  user,
  type Panel,
} from './steps.ts'

const charge: readonly (Step | string)[] = [
  service('Charge'),
  boundary('Undo', 'Charge', compensation()),
  undoing(service('Refund', { inputs: { back: '=fee' } })),
  'Undo ..> Refund',
]

/** Pays, then asks: whoever says no cancels. Left by Off, by Failed on an error, or to After. */
const deal = (panel: Panel = {}, off: Step = boundary('Off', 'Deal', cancel), ...more: readonly (Step | string)[]) =>
  process(
    'Process_1',
    startEvent('Start'),
    transaction(
      'Deal',
      panel,
      startEvent('In'),
      ...charge,
      user('Ask'),
      exclusive('Gate'),
      endEvent('Out'),
      end('No', cancel),
      'In -> Charge -> Ask -> Gate',
      'Gate -> No if =answer = "no"',
      'Gate -> Out by default',
    ),
    off,
    boundary('Failed', 'Deal', error()),
    user('After'),
    user('Canceled'),
    user('Look'),
    'Start -> Deal -> After',
    `${off.id} -> Canceled`,
    'Failed -> Look',
    ...more,
  )

describe('Transaction', () => {
  test(
    'goes on like a subprocess when nobody cancels it',
    inOffice(async (office) => {
      const it = await office.run(deal(), { fee: 5 })
      await it.job('Charge')
      await it.task('Ask', { answer: 'yes' })
      expect(it.waits).toEqual(['task After'])
      await it.task('After')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'left by an error undoes nothing by itself',
    inOffice(async (office) => {
      const it = await office.run(deal(), { fee: 5 })
      await it.error('Charge', 'BUS_DOWN')
      expect(it.waits).toEqual(['task Look'])
      expect(it.entered('Refund')).toBe(0)
    }),
  )

  test(
    'keeps the variables that are its own while it is undone',
    inOffice(async (office) => {
      const it = await office.run(deal({ inputs: { fee: '=amount * 2' } }), { amount: 5 })
      await it.job('Charge')
      await it.task('Ask', { answer: 'no' })
      expect((await it.work('Refund')).variables).toEqual({ back: 10 })
      await it.job('Refund')
      await it.task('Canceled')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'done once per item is canceled as a whole',
    inOffice(async (office) => {
      const it = await office.run(deal({ loop: { over: '=fees', item: 'fee' } }), { fees: [1, 2, 3] })
      await it.job('Charge')
      await it.job('Charge')
      await it.task('Ask', { answer: 'no' })
      expect(it.terminated.toSorted()).toEqual(['Ask', 'Charge', 'Deal', 'Deal', 'Deal'])
      await it.job('Refund')
      await it.job('Refund')
      expect(it.waits).toEqual(['task Canceled'])
    }),
  )

  test('is refused with a protocol or a method that is not ours, or where nothing begins in it', async () => {
    for (const attributes of [' protocol="urn:other"', ' method="##Image"', ' triggeredByEvent="true"']) {
      const drawing = deal()
      const steps = drawing.steps.map((step) => (step.id === 'Deal' ? { ...step, attributes } : step))
      expect(await refused({ ...drawing, steps })).toEqual(['bpmn/transactions Deal'])
    }
    const plain = deal()
    const compensated = plain.steps.map((step) =>
      step.id === 'Deal' ? { ...step, attributes: ' method="##Compensate"' } : step,
    )
    expect(await refused({ ...plain, steps: compensated })).toEqual([])
    const empty = process('Process_1', startEvent('Start'), transaction('Deal', {}), 'Start -> Deal')
    expect(await refused(empty)).toEqual(['bpmn/start-events Deal'])
  })
})

describe('Cancel end event', () => {
  test(
    'ends what still runs in the transaction, has what was completed undone, and leaves by the cancel event',
    inOffice(async (office) => {
      const it = await office.run(deal(), { fee: 5 })
      await it.job('Charge')
      await it.task('Ask', { answer: 'no' })
      expect(it.waits).toEqual(['job Refund'])
      await it.job('Refund')
      expect(it.waits).toEqual(['task Canceled'])
      expect(it.terminated).toEqual(['Deal'])
      expect(it.path).toEqual(['Start', 'In', 'Charge', 'Ask', 'Gate', 'No', 'Refund', 'Off'])
      await it.task('Canceled')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'works from a subprocess and from an event subprocess inside',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        transaction(
          'Deal',
          {},
          startEvent('In'),
          ...charge,
          sub('Part', {}, startEvent('P_in'), user('Ask'), 'P_in -> Ask'),
          'In -> Charge -> Part',
          eventSub('Stop', start('Stop_start', message('stop', '="k"')), end('No', cancel), 'Stop_start -> No'),
        ),
        boundary('Off', 'Deal', cancel),
        user('Canceled'),
        'Start -> Deal',
        'Off -> Canceled',
      )
      const it = await office.run(drawing, { fee: 5 })
      await it.job('Charge')
      await office.message('stop', { key: 'k' })
      await it.read()
      await it.job('Refund')
      expect(it.waits).toEqual(['task Canceled'])
    }),
  )

  test('is refused outside a transaction and where no cancel event waits on its edge', async () => {
    const outside = process('Process_1', startEvent('Start'), user('Ask'), end('No', cancel), 'Start -> Ask -> No')
    expect(await refused(outside)).toEqual(['bpmn/transactions No'])
    const uncaught = process(
      'Process_1',
      startEvent('Start'),
      transaction('Deal', {}, startEvent('In'), end('No', cancel), 'In -> No'),
      'Start -> Deal',
    )
    expect(await refused(uncaught)).toEqual(['bpmn/transactions No'])
    const over = deal()
    const how = eventSub('How', start('How_start', compensation()), end('Off_again', cancel), 'How_start -> Off_again')
    const steps = over.steps.map((step) =>
      step.inside ? { ...step, inside: { ...step.inside, steps: [...step.inside.steps, how] } } : step,
    )
    expect(await refused({ ...over, steps })).toEqual(['bpmn/transactions Off_again'])
  })
})

describe('Cancel boundary event', () => {
  test(
    'goes where it leads once everything is undone, also after an operator had to help',
    inOffice(async (office) => {
      const it = await office.run(deal(), { fee: 5 })
      await it.job('Charge')
      await it.task('Ask', { answer: 'no' })
      await it.fail('Refund', 'switch down', 0)
      await it.mend('Refund', {}, 1)
      await it.job('Refund')
      await it.task('Canceled')
      expect(it.status).toBe('completed')
    }),
  )

  test('is refused off a transaction, a second time on one, and where it would not interrupt', async () => {
    const onTask = process(
      'Process_1',
      startEvent('Start'),
      user('Ask'),
      boundary('Off', 'Ask', cancel),
      user('Canceled'),
      'Start -> Ask',
      'Off -> Canceled',
    )
    expect(await refused(onTask)).toEqual(['bpmn/transactions Off'])
    const twice = deal({}, undefined, boundary('Again', 'Deal', cancel), 'Again -> Canceled')
    expect(await refused(twice)).toEqual(['bpmn/boundaries Again'])
    expect(await refused(deal({}, beside(boundary('Off', 'Deal', cancel))))).toEqual(['bpmn/transactions Off'])
  })
})
