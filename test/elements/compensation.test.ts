import { describe, expect, test } from 'vitest'
import { endEvent, process, startEvent, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import {
  boundary,
  call,
  compensation,
  end,
  error,
  eventSub,
  exclusive,
  service,
  start,
  sub,
  thrown,
  undoing,
  user,
  type Panel,
} from './steps.ts'

/** Charge, then Register; whoever throws by Back has both undone. */
const register = (...more: readonly (Step | string)[]) =>
  process(
    'Process_1',
    startEvent('Start'),
    service('Charge'),
    boundary('Undo_Charge', 'Charge', compensation()),
    undoing(service('Refund')),
    'Undo_Charge ..> Refund',
    service('Register'),
    boundary('Undo_Register', 'Register', compensation()),
    undoing(service('Void')),
    'Undo_Register ..> Void',
    ...more,
  )
const ending = (back: Step = thrown('Back', compensation()), ...more: readonly (Step | string)[]) =>
  register(back, user('Tell'), endEvent('End'), 'Start -> Charge -> Register -> Back -> Tell -> End', ...more)

describe('Compensation throw event', () => {
  test(
    'everything completed in its scope is undone, the last step first, and then it goes on',
    inOffice(async (office) => {
      const it = await office.run(ending())
      await it.job('Charge')
      await it.job('Register')
      expect(it.waits).toEqual(['job Void'])
      await it.job('Void')
      expect(it.waits).toEqual(['job Refund'])
      await it.job('Refund')
      await it.task('Tell')
      expect(it.status).toBe('completed')
      expect(it.path).toEqual(['Start', 'Charge', 'Register', 'Void', 'Refund', 'Back', 'Tell', 'End'])
    }),
  )

  test(
    'one step alone is undone where the event names it',
    inOffice(async (office) => {
      const it = await office.run(ending(thrown('Back', compensation('Charge'))))
      await it.job('Charge')
      await it.job('Register')
      await it.job('Refund')
      expect(it.waits).toEqual(['task Tell'])
      expect(it.entered('Void')).toBe(0)
    }),
  )

  test(
    'the way goes on at once where nobody waits for completion, and the application ends when all is undone',
    inOffice(async (office) => {
      const it = await office.run(ending(thrown('Back', compensation(undefined, false))))
      await it.job('Charge')
      await it.job('Register')
      expect(it.waits.toSorted()).toEqual(['job Void', 'task Tell'])
      await it.task('Tell')
      await it.job('Void')
      expect(it.status).toBe('active')
      await it.job('Refund')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'a step not reached, or one still at work, is left alone',
    inOffice(async (office) => {
      const drawing = register(
        user('Beside'),
        thrown('Back', compensation()),
        user('Tell'),
        'Start -> Charge -> Back -> Tell',
        'Start -> Register -> Beside',
      )
      const it = await office.run(drawing)
      await it.job('Charge')
      await it.job('Refund')
      expect(it.waits.toSorted()).toEqual(['job Register', 'task Tell'])
    }),
  )

  test('is refused where it names what it cannot reach or what nobody undoes', async () => {
    const far = register(
      sub('Part', {}, startEvent('In'), user('Ask'), thrown('Back', compensation('Charge')), 'In -> Ask -> Back'),
      'Start -> Charge -> Register -> Part',
    )
    expect(await refused(far)).toEqual(['bpmn/compensation-throws Back'])
    expect(await refused(ending(thrown('Back', compensation('Tell'))))).toEqual(['bpmn/compensation-throws Back'])
    const pay = process('pay', startEvent('P_start'), user('P_task'), 'P_start -> P_task')
    const calling = process(
      'Process_1',
      startEvent('Start'),
      call('Pay', 'pay'),
      end('Back', compensation('Pay')),
      'Start -> Pay -> Back',
    )
    expect(await refused(pack([calling, pay]))).toEqual(['bpmn/compensation-throws Back'])
  })
})

describe('Compensation end event', () => {
  test(
    'undoes what was completed before its path ends',
    inOffice(async (office) => {
      const it = await office.run(register(end('Back', compensation()), 'Start -> Charge -> Register -> Back'))
      await it.job('Charge')
      await it.job('Register')
      await it.job('Void')
      await it.job('Refund')
      expect(it.status).toBe('completed')
      expect(it.path.at(-1)).toBe('Back')
    }),
  )

  test('is refused with a path that goes on', async () => {
    const drawing = register(end('Back', compensation()), user('Tell'), 'Start -> Charge -> Register -> Back -> Tell')
    expect(await refused(drawing)).toEqual(['bpmn/connections Back'])
  })
})

describe('Compensation handler', () => {
  /** Charges for each item of `fees`, with the fee mapped in. */
  const charging = (panel: Panel, handler: Panel) =>
    process(
      'Process_1',
      startEvent('Start'),
      service('Charge', panel),
      boundary('Undo', 'Charge', compensation()),
      undoing(service('Refund', handler)),
      'Undo ..> Refund',
      user('Change'),
      thrown('Back', compensation()),
      endEvent('End'),
      'Start -> Charge -> Change -> Back -> End',
    )

  test(
    'works with what the step knew when it was completed, and its result goes where any step’s does',
    inOffice(async (office) => {
      const drawing = charging(
        { inputs: { fee: '=amount' }, outputs: { receiptNo: '=receipt.no' } },
        { inputs: { back: '=fee', now: '=amount', no: '=receipt.no' }, outputs: { refunded: '=done' } },
      )
      const it = await office.run(drawing, { amount: 25 })
      await it.job('Charge', { receipt: { no: 'r-1' } })
      await it.task('Change', { amount: 30 })
      expect((await it.work('Refund')).variables).toEqual({ back: 25, now: 30, no: 'r-1' })
      await it.job('Refund', { done: true })
      expect(it.variables).toEqual({ amount: 30, receiptNo: 'r-1', refunded: true })
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'is done once for each item of a multi-instance step, the last completed first',
    inOffice(async (office) => {
      const drawing = charging({ loop: { over: '=fees', item: 'fee' } }, { inputs: { back: '=fee' } })
      const it = await office.run(drawing, { fees: [5, 7] })
      await it.job('Charge')
      await it.job('Charge')
      await it.task('Change')
      expect((await it.work('Refund')).variables).toEqual({ back: 7 })
      await it.job('Refund')
      expect((await it.work('Refund')).variables).toEqual({ back: 5 })
      await it.job('Refund')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'may be a subprocess with paths of its own, or a called process',
    inOffice(async (office) => {
      const undo = sub(
        'Refund',
        {},
        startEvent('In'),
        user('Approve'),
        service('Pay_back'),
        'In -> Approve -> Pay_back',
      )
      const withSub = process(
        'Process_1',
        startEvent('Start'),
        service('Charge'),
        boundary('Undo', 'Charge', compensation()),
        undoing(undo),
        'Undo ..> Refund',
        end('Back', compensation()),
        'Start -> Charge -> Back',
      )
      const it = await office.run(withSub)
      await it.job('Charge')
      await it.task('Approve')
      await it.job('Pay_back')
      expect(it.status).toBe('completed')
      const refund = process(
        'refund',
        startEvent('R_start'),
        user('R_task'),
        endEvent('R_end'),
        'R_start -> R_task -> R_end',
      )
      const withCall = process(
        'Process_1',
        startEvent('Start'),
        service('Charge'),
        boundary('Undo', 'Charge', compensation()),
        undoing(call('Refund', 'refund')),
        'Undo ..> Refund',
        end('Back', compensation()),
        'Start -> Charge -> Back',
      )
      const other = await office.run(pack([withCall, refund], { version: '2.0.0' }))
      await other.job('Charge')
      await other.task('R_task')
      expect(other.status).toBe('completed')
    }),
  )

  test(
    'that fails waits for an operator; one that throws an error throws it where the undoing was asked for',
    inOffice(async (office) => {
      const part = sub(
        'Part',
        {},
        startEvent('In'),
        service('Charge'),
        boundary('Undo', 'Charge', compensation()),
        undoing(service('Refund')),
        'Undo ..> Refund',
        end('Back', compensation()),
        'In -> Charge -> Back',
      )
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        part,
        boundary('Failed', 'Part', error('NO_REFUND')),
        user('Call_the_bank'),
        'Start -> Part',
        'Failed -> Call_the_bank',
      )
      const it = await office.run(drawing)
      await it.job('Charge')
      await it.fail('Refund', 'switch down', 0)
      expect(it.trouble).toEqual(['job Refund'])
      await it.mend('Refund', {}, 1)
      await it.error('Refund', 'NO_REFUND')
      expect(it.waits).toEqual(['task Call_the_bank'])
      expect(it.terminated).toEqual(['Refund', 'Charge', 'Back', 'Part'])
    }),
  )

  test(
    'does not begin by itself where no start event is drawn',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        service('Charge'),
        boundary('Undo', 'Charge', compensation()),
        undoing(service('Refund')),
        'Undo ..> Refund',
        end('Back', compensation()),
        'Charge -> Back',
      )
      const it = await office.run(drawing)
      expect(it.waits).toEqual(['job Charge'])
      await it.job('Charge')
      await it.job('Refund')
      expect(it.status).toBe('completed')
    }),
  )

  test('is refused with paths, with events on its edge, or where nothing is joined to it', async () => {
    const flow = ending(undefined, 'Refund -> Tell')
    expect(await refused(flow)).toEqual(['bpmn/connections Refund'])
    const edge = ending(undefined, boundary('Fails', 'Refund', error()), 'Fails -> Tell')
    expect(await refused(edge)).toEqual(['bpmn/compensation-handlers Fails'])
    const alone = ending(undefined, undoing(service('Lonely')))
    expect(await refused(alone)).toEqual(['bpmn/compensation-handlers Lonely'])
  })
})

describe('Compensation boundary event', () => {
  test(
    'opens nothing, interrupts nothing, and is remembered once its step is completed',
    inOffice(async (office) => {
      const it = await office.run(ending())
      expect(it.waits).toEqual(['job Charge'])
      await it.job('Charge')
      expect(it.state.elements['1' as never]?.completed?.map((one) => one.element)).toEqual(['Charge'])
      await it.job('Register')
      const undoing = it.events.filter((event) => event.kind === 'compensationStarted')
      expect(undoing).toEqual([expect.objectContaining({ element: 'Register', event: 'Undo_Register' })])
      await it.cancel()
      expect(it.status).toBe('terminated')
    }),
  )

  test(
    'on a call activity undoes the call as a whole; on a subprocess, what is inside is left to its handler',
    inOffice(async (office) => {
      const pay = process(
        'pay',
        startEvent('P_start'),
        service('P_charge'),
        endEvent('P_end'),
        'P_start -> P_charge -> P_end',
      )
      const part = sub(
        'Part',
        {},
        startEvent('In'),
        service('Register'),
        boundary('Undo_Register', 'Register', compensation()),
        undoing(service('Void')),
        'Undo_Register ..> Void',
        'In -> Register',
      )
      const main = process(
        'Process_1',
        startEvent('Start'),
        call('Pay', 'pay'),
        boundary('Undo_Pay', 'Pay', compensation()),
        undoing(user('Refund')),
        'Undo_Pay ..> Refund',
        part,
        boundary('Undo_Part', 'Part', compensation()),
        undoing(user('Archive')),
        'Undo_Part ..> Archive',
        end('Back', compensation()),
        'Start -> Pay -> Part -> Back',
      )
      const it = await office.run(pack([main, pay]))
      await it.job('P_charge')
      await it.job('Register')
      await it.task('Archive')
      await it.task('Refund')
      expect(it.status).toBe('completed')
      expect(it.entered('Void')).toBe(0)
    }),
  )

  test('is refused without a handler, with two, with a path, with a mapping, twice on a step, or off an activity', async () => {
    const bare = (...more: readonly (Step | string)[]) =>
      process('Process_1', startEvent('Start'), service('Charge'), endEvent('End'), 'Start -> Charge -> End', ...more)
    const undo = boundary('Undo', 'Charge', compensation())
    const refund = undoing(service('Refund'))
    expect(await refused(bare(undo))).toEqual(['bpmn/compensation-handlers Undo'])
    const two = bare(undo, refund, undoing(service('More')), 'Undo ..> Refund', 'Undo ..> More')
    expect(await refused(two)).toEqual(['bpmn/compensation-handlers Undo'])
    const path = bare(undo, refund, 'Undo ..> Refund', 'Undo -> End')
    expect(await refused(path)).toEqual(['bpmn/connections Undo'])
    const mapped = bare(boundary('Undo', 'Charge', compensation(), { outputs: { a: '=1' } }), refund, 'Undo ..> Refund')
    expect(await refused(mapped)).toEqual(['bpmn/compensation-handlers Undo'])
    const twice = bare(undo, boundary('Again', 'Charge', compensation()), refund, 'Undo ..> Refund', 'Again ..> Refund')
    expect(await refused(twice)).toEqual(['bpmn/boundaries Again'])
    const gateway = bare(
      exclusive('Gate'),
      boundary('Undo', 'Gate', compensation()),
      refund,
      'Undo ..> Refund',
      'Charge -> Gate -> End',
    )
    expect(await refused(gateway)).toEqual(['bpmn/boundaries Undo'])
    const named = bare(boundary('Undo', 'Charge', compensation('Charge')), refund, 'Undo ..> Refund')
    expect(await refused(named)).toEqual(['bpmn/compensation-throws Undo'])
  })
})

describe('Compensation event subprocess', () => {
  const part = (...more: readonly (Step | string)[]) =>
    sub(
      'Part',
      { inputs: { mine: '=amount' } },
      startEvent('In'),
      service('Charge'),
      boundary('Undo_Charge', 'Charge', compensation()),
      undoing(service('Refund')),
      'Undo_Charge ..> Refund',
      'In -> Charge',
      ...more,
    )
  const how = eventSub(
    'How',
    start('How_start', compensation()),
    user('Approve', { inputs: { seen: '=mine' } }),
    thrown('Rest', compensation()),
    endEvent('How_end'),
    'How_start -> Approve -> Rest -> How_end',
  )
  const main = (inner: Step) =>
    process(
      'Process_1',
      startEvent('Start'),
      inner,
      user('Change'),
      end('Back', compensation()),
      `Start -> ${inner.id} -> Change -> Back`,
    )

  test(
    'says how its subprocess is undone, with the variables of then, and may have the inside undone',
    inOffice(async (office) => {
      const it = await office.run(main(part(how)), { amount: 1 })
      await it.job('Charge')
      await it.task('Change', { amount: 2 })
      expect(it.waits).toEqual(['task Approve'])
      expect(it.inside('Approve')).toMatchObject({ seen: 1 })
      await it.task('Approve')
      await it.job('Refund')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'without it a subprocess is undone by what was completed inside it',
    inOffice(async (office) => {
      const it = await office.run(main(part()), { amount: 1 })
      await it.job('Charge')
      await it.task('Change')
      expect(it.waits).toEqual(['job Refund'])
      await it.job('Refund')
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'of a called process undoes the call',
    inOffice(async (office) => {
      const undo = eventSub('P_how', start('P_how_start', compensation()), user('P_refund'), 'P_how_start -> P_refund')
      const pay = process('pay', startEvent('P_start'), service('P_charge'), 'P_start -> P_charge', undo)
      const it = await office.run(pack([main(call('Pay', 'pay')), pay]), { amount: 1 })
      await it.job('P_charge')
      await it.task('Change')
      expect(it.waits).toEqual(['task P_refund'])
      await it.task('P_refund')
      expect(it.status).toBe('completed')
    }),
  )

  test('is refused a second time in one scope, beside a handler on the edge, and with a path', async () => {
    const second = eventSub('Other', start('Other_start', compensation()), user('Ask'), 'Other_start -> Ask')
    expect(await refused(main(part(how, second)))).toEqual(['bpmn/boundaries Other_start'])
    const both = process(
      'Process_1',
      startEvent('Start'),
      part(how),
      boundary('Undo_Part', 'Part', compensation()),
      undoing(user('Archive')),
      'Undo_Part ..> Archive',
      'Start -> Part',
    )
    expect(await refused(both)).toEqual(['bpmn/compensation-handlers Undo_Part'])
  })
})
