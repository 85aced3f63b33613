/** The way of one application from beginning to end, as commands to copy into a shell: what `demo` prints. */
import { resolve } from 'node:path'
import type { TextKey } from '../text/text.ts'
import type { Demonstration } from './demonstration.ts'
import type { Part } from './people.ts'

export interface WalkStep {
  readonly title: TextKey
  readonly lines: readonly string[]
}

const APPLICATION = {
  applicantType: 'self',
  identityBy: 'nationalId',
  purpose: 'work',
  language: 'both',
  copies: 1,
  deliveryMode: 'digital',
  phone: '0590000000',
  declaration: true,
}
const CLERK = { proposal: 'rehabilitated', reviewReason: 'رُدّ إليه الاعتبار · Rehabilitated' }
const SUPERVISOR = { supervisorDecision: 'rehabilitated', supervisorReason: 'رُدّ إليه الاعتبار · Rehabilitated' }
/** The beginning of the certificate's file name, which is Arabic. */
const CERTIFICATE = 'شهادة'

const CLI = resolve(import.meta.dirname, '../masar.ts')

export function walk({ url, sandbox, people }: Pick<Demonstration, 'url' | 'sandbox' | 'people'>): readonly WalkStep[] {
  const person = (part: Part): { readonly id: string; readonly password: string } => {
    const found = people.find((it) => it.part === part)
    if (found === undefined) throw new Error(`Expected somebody to be the ${part}`)
    return found
  }
  const as = (part: Part): string => `--as ${person(part).id}`
  const login = (part: Part): string => `MASAR_PASSWORD=${person(part).password} masar login ${person(part).id}`
  const answers = JSON.stringify({ ...APPLICATION, nationalId: person('citizen').id })
  const decide = (part: Part, decision: object): readonly string[] => [
    `masar wait $REF --for task ${as(part)}`,
    `masar tasks $REF ${as(part)}`,
    `masar claim $REF ${as(part)}`,
    `masar complete $REF ${as(part)} --answers '${JSON.stringify(decision)}'`,
  ]
  return [
    {
      title: 'walk.login',
      lines: [
        `masar() { '${process.execPath}' '${CLI}' "$@"; }`,
        `field() { '${process.execPath}' -p "JSON.parse(require('fs').readFileSync(0)).$1"; }`,
        `export MASAR_SERVER=${url}`,
        ...(['citizen', 'clerk', 'supervisor', 'operator'] as const).map(login),
      ],
    },
    {
      title: 'walk.apply',
      lines: [
        `REF=$(masar start moj.non-conviction ${as('citizen')} --json --answers '${answers}' | field reference)`,
        'echo $REF',
      ],
    },
    {
      title: 'walk.pay',
      lines: [
        `BILL=$(masar wait $REF --for payment ${as('citizen')} --json | field 'charges[0].id')`,
        `curl -sS -X POST -H 'Accept: application/json' ${sandbox.payments}/payer/$BILL/approve; echo`,
      ],
    },
    { title: 'walk.clerk', lines: decide('clerk', CLERK) },
    { title: 'walk.supervisor', lines: decide('supervisor', SUPERVISOR) },
    {
      title: 'walk.paper',
      lines: [
        `masar wait $REF --for document --document ${CERTIFICATE} ${as('citizen')}`,
        `masar document $REF ${CERTIFICATE} ${as('citizen')} --out certificate.pdf --force`,
      ],
    },
    {
      title: 'walk.verify',
      lines: [`curl -sS ${url}/.well-known/jwks.json > keys.json`, 'masar verify certificate.pdf --keys keys.json'],
    },
    { title: 'walk.look', lines: [`masar show $REF ${as('operator')}`] },
  ]
}
