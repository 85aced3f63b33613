import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent, type Step } from '../elements/draw.ts'
import { pack, type Parcel } from '../elements/pack.ts'
import { refused } from '../elements/refused.ts'
import { after, at, boundary, caught, eventSub, message, script, start, user } from '../elements/steps.ts'
import { asking, kept } from './drawn.ts'

const DEADLINES: Parcel = { deadlines: { decision: 'P3WD' } }

const reviewed = (edge: Step) =>
  process(
    'Process_1',
    startEvent('Start'),
    user('Review', kept()),
    edge,
    endEvent('End'),
    'Start -> Review -> End',
    `${edge.id} -> End`,
  )

test.for([
  [
    'a date on a statutory deadline',
    pack([reviewed(boundary('Late', 'Review', at('2026-12-01'), kept()))], DEADLINES),
    ['bpmn/clocks Late'],
  ],
  [
    'a message on a statutory deadline',
    pack([reviewed(boundary('Late', 'Review', message('m', '=key'), kept()))], DEADLINES),
    ['bpmn/clocks Late'],
  ],
  ['a second due date', pack([line(user('Review', { ...kept(), due: 'P1D' }))], DEADLINES), ['bpmn/clocks Review']],
  [
    'a timer on a deadline that no clock keeps',
    pack([line(user('Review', kept()), caught('Wait', after('P1D'), kept('other')))], {
      deadlines: { decision: 'P3WD', other: { duration: 'P1D', statutory: false } },
    }),
    ['bpmn/clocks Wait'],
  ],
  [
    'a governorate without a deadline',
    pack([line(user('Review', { properties: { 'masar:governorate': '=g' } }), user('Next', kept()))], DEADLINES),
    ['bpmn/clocks Review'],
  ],
  [
    'a stop of a deadline nobody knows',
    pack([line(user('Review', kept()), user('Ask', asking('decision, other')))], DEADLINES),
    ['bpmn/clocks Ask'],
  ],
  [
    'a clock that begins before the process',
    pack(
      [
        process(
          'Process_1',
          start('Start', { inner: '' }, kept()),
          user('Review', kept()),
          endEvent('End'),
          'Start -> Review -> End',
        ),
      ],
      DEADLINES,
    ),
    ['bpmn/clocks Start'],
  ],
  [
    'a stop where nobody is waited for',
    pack([line(user('Review', kept()), script('Reckon', '=1', 'a', asking()))], DEADLINES),
    ['bpmn/properties Reckon'],
  ],
  ['a deadline that nothing carries', pack([line(user('Review'))], DEADLINES), ['workflow/content /deadlines/0']],
  [
    'a silence that nothing decides',
    pack([line(user('Review', kept()))], { deadlines: { decision: { duration: 'P3WD', silence: 'refusal' } } }),
    ['workflow/content /deadlines/0/silence'],
  ],
  [
    'a silence without a clock',
    pack([line(user('Review', kept()))], {
      deadlines: { decision: { duration: 'P3WD', silence: 'refusal', statutory: false } },
    }),
    ['workflow/content /deadlines/0/silence'],
  ],
  [
    'a day off or an hour at which a deadline ends that no clock keeps',
    pack([line(user('Review', kept()))], {
      deadlines: { decision: { duration: 'P3D', dayOff: 'stays', ends: 'day', statutory: false } },
    }),
    ['workflow/content /deadlines/0/dayOff', 'workflow/content /deadlines/0/ends'],
  ],
  [
    'a deadline that ends when the office closes where nobody says when',
    pack([line(user('Review', kept()))], { deadlines: { decision: { duration: 'P3WD', ends: 'office' } } }),
    ['workflow/content /deadlines/0/ends'],
  ],
  [
    'an end of the last day on a deadline in hours, which could end before it begins',
    pack([line(user('Review', kept()))], { deadlines: { decision: { duration: 'PT2H', ends: 'day' } } }),
    ['workflow/content /deadlines/0/ends'],
  ],
  [
    'a stop by hand under an article nobody knows, or as long as nobody can tell',
    pack([line(user('Review', kept()))], {
      deadlines: { decision: { duration: 'P3WD', stop: { legalBasis: ['none'], longest: 'long', times: 1 } } },
    }),
    ['workflow/content /deadlines/0/stop/longest', 'workflow/content /deadlines/0/stop/legalBasis'],
  ],
] as const)('%s is refused', async ([, files, findings]) => {
  expect(await refused(files)).toEqual(findings)
})

test('an event subprocess may wait on a statutory deadline beside what it interrupts', async () => {
  const drawing = process(
    'Process_1',
    startEvent('Start'),
    user('Review', kept()),
    endEvent('End'),
    eventSub('Silence', start('Over', after('P3WD'), kept()), endEvent('Granted'), 'Over -> Granted'),
    'Start -> Review -> End',
  )
  expect(await refused(pack([drawing], DEADLINES))).toEqual([])
})
