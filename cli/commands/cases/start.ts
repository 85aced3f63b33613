/** Apply for a service. */
import { STATEMENT } from '../../../engine/core/assistance.ts'
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { declareAnswers, readAnswers, type AnswerOptions } from '../../remote/answers.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'

interface Options extends ConnectionOptions, AnswerOptions {
  readonly channel?: string
  readonly applicant?: string
  readonly consent?: string
  readonly representative?: string
  readonly statement?: string
  readonly release?: string
  readonly at?: string
  readonly key?: string
}

interface Started {
  readonly id: string
  readonly reference: string
  readonly created: boolean
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command.argument('<service>', say('argument.service'))
    declareAnswers(command, say)
      .option('--channel <channel>', say('option.channel'))
      .option('--applicant <user>', say('option.applicant'))
      .option('--consent <kind>', say('option.consent'))
      .option('--representative <name>', say('option.representative'))
      .option('--statement <text>', say('option.statement'))
      .option('--release <version>', say('option.release'))
      .option('--at <event>', say('option.at'))
      .option('--key <text>', say('option.key'))
    declareConnection(command, say)
  },

  async run({ args: [packageId = ''], options, terminal }) {
    const variables = readAnswers(options, terminal)
    if (isProblem(variables)) return variables
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const { channel, applicant, release, at, key } = options
    const started = await api.send<Started>(
      'POST',
      '/api/instances',
      {
        packageId,
        variables,
        ...(channel === undefined ? {} : { channel }),
        ...(applicant === undefined ? {} : { applicant }),
        ...consentIn(options, STATEMENT[terminal.language]),
        ...(release === undefined ? {} : { version: release }),
        ...(at === undefined ? {} : { startEvent: at }),
      },
      key === undefined ? {} : { 'idempotency-key': key },
    )
    if (isProblem(started)) return started
    const { reference, id, created } = started
    return { json: started, lines: [terminal.say(created ? 'start.created' : 'start.before', { reference, id })] }
  },
})

/** Whether it is needed and whether it will do, the server says. */
const consentIn = ({ consent: kind, representative, statement }: Options, standard: string): object =>
  kind === undefined
    ? {}
    : {
        consent: {
          kind,
          statement: statement ?? standard,
          ...(representative === undefined ? {} : { representative }),
        },
      }
