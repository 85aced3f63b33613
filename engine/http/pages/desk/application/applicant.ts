/** Whose application it is: a person; or a company, and who sent it for the company. */
import { humanNamed } from '../../../../core/actor.ts'
import { companyNumberOf } from '../../../../core/company.ts'
import type { UserId } from '../../../../core/ids.ts'
import type { InstanceRow } from '../../../../core/instance-row.ts'
import { bdi, html, type Html } from '../../frame/html.ts'
import { namesOf, type Clerk } from '../clerk.ts'
import { line } from './line.ts'

export async function applicantLines(clerk: Clerk, { startedBy }: InstanceRow, applicant: UserId): Promise<Html> {
  const { say, language, engine } = clerk
  const number = companyNumberOf(applicant)
  const person = number === undefined ? applicant : humanNamed(startedBy)
  const names = await namesOf(clerk, [person])
  const who = person && html`${bdi(names.get(person))} (${bdi(person)})`
  if (number === undefined) return line(say.applicant, who ?? '')
  const company = await engine.deps.store.mandates.company(number)
  return html`${line(say.applicant, html`${bdi(company?.name[language] ?? number)} (${bdi(number)})`)}
    ${who && line(say.actedFor, who)}`
}
