import { expect, test } from 'vitest'
import { checkPackage } from '../../engine/core/package/package.ts'
import { endEvent, process, startEvent, type Step } from '../elements/draw.ts'
import { pack } from '../elements/pack.ts'
import { after, boundary, caught, exclusive, link, sub, thrown, user, type Panel } from '../elements/steps.ts'
import { kept } from './drawn.ts'

/** "Review", of each step whose term begins anew in each round; said in both languages. */
async function told(...parts: readonly (Step | string)[]): Promise<readonly string[]> {
  const carried = JSON.stringify(parts)
  const deadlines = { decision: 'P3WD', ...(carried.includes('opinion') && { opinion: 'P1WD' }) }
  const files = pack([process('Process_1', ...parts)], { deadlines })
  const checked = await checkPackage(files, { package: () => Promise.resolve(undefined) })
  if (!checked.ok) throw new Error(checked.findings.map(({ message }) => message).join('\n'))
  const found = checked.package.warnings.filter(({ rule }) => rule === 'bpmn/clock-restarts')
  for (const { message, messageAr, remedy, remedyAr, severity, place = '' } of found) {
    expect(severity).toBe('warning')
    expect([message, messageAr].every((text) => text?.includes(place))).toBe(true)
    expect([remedy, remedyAr]).toEqual([expect.stringMatching(/subprocess/), expect.stringMatching(/إجراء فرعي/)])
  }
  return found.map(({ place = '' }) => place)
}

/** Review; the citizen is asked as often as the clerk wants, and it is reviewed again. */
const reviewed = (panel: Panel, ...edges: readonly (Step | string)[]): readonly (Step | string)[] => [
  startEvent('Begin'),
  user('Review', panel),
  exclusive('Enough'),
  user('Correct'),
  endEvent('Decided'),
  'Begin -> Review -> Enough',
  'Enough -> Correct if =ask',
  'Enough -> Decided by default',
  'Correct -> Review',
  ...edges,
]
const within = (scope: Step): readonly (Step | string)[] => [
  startEvent('Start'),
  scope,
  endEvent('End'),
  `Start -> ${scope.id} -> End`,
]

test.for([
  ['on a task the flow leads back to', reviewed(kept()), ['Review']],
  [
    'on a task that is done again when it is late',
    [
      startEvent('Start'),
      user('Review', kept()),
      boundary('Late', 'Review', after('P1WD')),
      user('Remind'),
      endEvent('End'),
      'Start -> Review -> End',
      'Late -> Remind -> Review',
    ],
    ['Review'],
  ],
  [
    'on a task a link leads back to',
    [
      startEvent('Start'),
      caught('Again', link('again')),
      user('Review', kept()),
      exclusive('Enough'),
      thrown('Back', link('again')),
      endEvent('End'),
      'Start -> Review -> Enough',
      'Again -> Review',
      'Enough -> Back if =ask',
      'Enough -> End by default',
    ],
    ['Review'],
  ],
  [
    'in a subprocess the flow leads back to',
    [
      startEvent('Start'),
      sub('Case', {}, startEvent('In'), user('Review', kept()), endEvent('Out'), 'In -> Review -> Out'),
      exclusive('Enough'),
      endEvent('End'),
      'Start -> Case -> Enough',
      'Enough -> Case if =ask',
      'Enough -> End by default',
    ],
    ['Review'],
  ],
  [
    'on a task that is done as long as a condition holds',
    within(user('Review', { ...kept(), loop: { again: '=ask' } })),
    ['Review'],
  ],
] as const)('a statutory deadline %s is told', async ([, parts, places]) => {
  expect(await told(...parts)).toEqual(places)
})

test.for([
  ['around the loop', within(sub('Case', kept(), ...reviewed({})))],
  ['around the loop, and on the task in it', within(sub('Case', kept(), ...reviewed(kept())))],
  ['of a step within that of the whole', within(sub('Case', kept(), ...reviewed(kept('opinion'))))],
  [
    'before the loop',
    [
      startEvent('Start'),
      user('Hear', kept()),
      user('Review'),
      exclusive('Enough'),
      endEvent('End'),
      'Start -> Hear -> Review -> Enough',
      'Enough -> Review if =ask',
      'Enough -> End by default',
    ],
  ],
  [
    'for which somebody is waited for anew',
    reviewed({}, boundary('Silence', 'Review', after('P3WD'), kept()), endEvent('Granted'), 'Silence -> Granted'),
  ],
  ['for each of a list', within(user('Review', { ...kept(), loop: { over: '=members', item: 'member' } }))],
] as const)('a statutory deadline %s is not told', async ([, parts]) => {
  expect(await told(...parts)).toEqual([])
})
