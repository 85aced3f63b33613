/** A service with a deadline of law: a case that is reviewed, and a citizen who is asked meanwhile. */
import { endEvent, process, startEvent, type Step } from '../elements/draw.ts'
import { pack, type Parcel } from '../elements/pack.ts'
import { after, beside, boundary, exclusive, sub, user, type Panel } from '../elements/steps.ts'

export const kept = (deadline = 'decision', more: Readonly<Record<string, string>> = {}): Panel => ({
  properties: { 'masar:deadline': deadline, ...more },
})

export const asking = (which = 'true'): Panel => ({ properties: { 'masar:stopsClock': which } })

/** Review, and as often as the clerk wants the citizen is asked; in silence the application is granted. */
export function service(parcel: Parcel = {}, more: Readonly<Record<string, string>> = {}, ...edges: readonly Step[]) {
  const reviewing = sub(
    'Case',
    kept('decision', more),
    startEvent('Begin'),
    user('Review', kept()),
    exclusive('Enough'),
    user('Correct', asking()),
    endEvent('Decided'),
    'Begin -> Review -> Enough',
    'Enough -> Correct if =ask',
    'Enough -> Decided by default',
    'Correct -> Review',
  )
  return pack(
    [
      process(
        'Process_1',
        startEvent('Start'),
        reviewing,
        boundary('Silence', 'Case', after('P3WD'), kept()),
        boundary('Reminder', 'Case', after('P2WD'), kept()),
        ...edges,
        user('Granted'),
        user('Remind'),
        endEvent('End'),
        'Start -> Case -> End',
        'Silence -> Granted -> End',
        'Reminder -> Remind -> End',
      ),
    ].map((drawing) => ({
      ...drawing,
      steps: drawing.steps.map((step) => (step.id === 'Reminder' ? beside(step) : step)),
    })),
    { deadlines: { decision: { duration: 'P3WD', silence: 'approval' } }, ...parcel },
  )
}
