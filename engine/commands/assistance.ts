/** Applying for somebody at a counter: the applicant agrees, the operator is a person with a name, and both are judged before anything begins. */
import { hasRole, type Actor } from '../core/actor.ts'
import { ASSISTED_CHANNELS, CONSENTS, type Assisted, type Consent } from '../core/assistance.ts'
import type { Channel } from '../core/channel.ts'
import { userId } from '../core/ids.ts'
import { forbidden, invalid, isProblem, type Problem } from '../core/problem.ts'
import { unfitText } from './notes.ts'

interface Assisting {
  readonly channel: Channel
  readonly applicant?: string
  readonly consent?: Consent
}

const LONGEST_REPRESENTATIVE = 200

/** Who helps whom, and how they agreed. undefined: nobody is helped. Parts of Masar help nobody: they play what was written down before. */
export function assistanceOf(actor: Actor, { channel, consent, ...rest }: Assisting): Assisted | Problem | undefined {
  if (!ASSISTED_CHANNELS.includes(channel))
    return consent === undefined
      ? undefined
      : invalid('assistance.channel', `Expected consent only at a counter, but the application comes by "${channel}"`)
  if (actor.kind === 'system') return undefined
  if (!(['clerk', 'supervisor', 'operator'] as const).some((role) => hasRole(actor, role)))
    return forbidden(
      'assistance.person',
      'Expected a clerk, supervisor or operator at the counter; a program applies by the channel "api"',
    )
  if (rest.applicant === undefined)
    return invalid('assistance.applicant', 'Expected the applicant: whoever agrees at the counter has a number')
  const applicant = userId(rest.applicant)
  if (isProblem(applicant)) return applicant
  if (applicant === actor.id)
    return forbidden('assistance.own', 'Expected somebody else as the applicant; apply for yourself in the portal')
  const given = consent === undefined ? unsaid : (unfitConsent(consent) ?? wordsOf(consent))
  return isProblem(given) ? given : { operator: actor.id, applicant, ...given }
}

const unsaid = invalid(
  'assistance.consent',
  `Expected how the applicant agreed (${CONSENTS.join(', ')}) and to what, but nothing is said of it`,
)

function unfitConsent({ kind, representative, statement }: Consent): Problem | undefined {
  if (!CONSENTS.includes(kind))
    return invalid('assistance.consent', `Expected how the applicant agreed: ${CONSENTS.join(', ')}`)
  const named = (representative ?? '').trim() !== ''
  if (named !== (kind === 'representative'))
    return invalid(
      'assistance.representative',
      named
        ? `Expected nobody in the applicant's place, but found one beside the consent "${kind}"`
        : 'Expected the name and number of the representative who agreed',
    )
  if ((representative ?? '').length > LONGEST_REPRESENTATIVE)
    return invalid('words.too-long', `Expected at most ${LONGEST_REPRESENTATIVE} characters to name the representative`)
  return unfitText(statement)
}

const wordsOf = ({ kind, representative, statement }: Consent): Omit<Assisted, 'operator' | 'applicant'> => ({
  consent: kind,
  ...(representative === undefined || representative.trim() === '' ? {} : { representative: representative.trim() }),
  statement: statement.trim(),
})
