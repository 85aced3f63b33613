/** Let somebody act for a company: an operator for any, a signatory for the company they act for. */
import { MANDATE_ROLES } from '../../../engine/core/mandate.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import { endOfDate, startOfDate } from '../../../engine/core/policy/day.ts'
import { invalid, isProblem, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import type { ShownMandate } from '../../remote/mandate.ts'
import type { Say } from '../../text/text.ts'

interface Options extends ConnectionOptions {
  readonly company?: string
  readonly nameAr?: string
  readonly nameEn?: string
  readonly role?: string
  readonly service?: readonly string[]
  readonly from?: string
  readonly until?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<holder>', say('argument.holder'))
      .option('--company <number>', say('option.company'))
      .option('--name-ar <text>', say('option.companyNameAr'))
      .option('--name-en <text>', say('option.companyNameEn'))
      .option('--role <role>', say('option.mandateRole', { roles: MANDATE_ROLES.join(', ') }))
      .option('--service <package...>', say('option.mandateService'))
      .option('--from <moment>', say('option.mandateFrom'))
      .option('--until <moment>', say('option.mandateUntil'))
    declareConnection(command, say)
  },

  async run({ args: [holder = ''], options, terminal }) {
    const { say, language } = terminal
    const body = mandateOf(holder, options, say)
    if (isProblem(body)) return body
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const given = await api.send<ShownMandate>('POST', '/api/mandates', body)
    if (isProblem(given)) return given
    return {
      json: given,
      lines: [say('mandate.given', { holder, company: given.company.name[language], id: given.id })],
    }
  },
})

function mandateOf(holder: string, options: Options, say: Say): JsonObject | Problem {
  const { company, nameAr, nameEn, role, service, from, until } = options
  if ((nameAr === undefined) !== (nameEn === undefined) || (nameAr !== undefined && company === undefined))
    return invalid('usage.company', say('usage.companyName'))
  const starts = momentOf(from, startOfDate, say)
  const ends = momentOf(until, endOfDate, say)
  if (isProblem(starts)) return starts
  if (isProblem(ends)) return ends
  return {
    holder,
    ...(company !== undefined && {
      company: {
        number: company,
        ...(nameAr !== undefined && nameEn !== undefined && { name: { ar: nameAr, en: nameEn } }),
      },
    }),
    ...(role !== undefined && { role }),
    ...(service && { services: [...service] }),
    ...(starts.at !== undefined && { starts: starts.at }),
    ...(ends.at !== undefined && { ends: ends.at }),
  }
}

/** With the offset from UTC: nobody guesses whose clock was meant. */
const MOMENT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/

/** A day alone begins and ends at midnight where the command is given, as all days and times of the command line. */
function momentOf(text: string | undefined, ofDay: typeof startOfDate, say: Say): { readonly at?: string } | Problem {
  if (text === undefined) return {}
  const [, day = ''] = MOMENT.exec(text) ?? []
  const at = startOfDate(day, 'UTC') === undefined ? ofDay(text, 'system') : Date.parse(text)
  return at === undefined || Number.isNaN(at)
    ? invalid('usage.moment', say('usage.moment', { found: text }))
    : { at: new Date(at).toISOString() }
}
