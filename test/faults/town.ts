/**
 * Everybody who works with the server under test, at once, for as long as it lives: what one life leaves undone the next
 * one takes up.
 */
import type { Book, CommandKind } from './book.ts'
import type { Chance } from './chance.ts'
import { clerk } from './clients/clerk.ts'
import { NOT_SEEN, type Cases, type Client, type Round } from './clients/client.ts'
import { counter } from './clients/counter.ts'
import { court } from './clients/court.ts'
import { deployLicence } from './clients/operator.ts'
import { stamper } from './clients/stamper.ts'
import type { Life } from './life.ts'
import { DECIDER, REVIEWER } from './people.ts'

export interface Town {
  readonly book: Book
  readonly cases: Cases
  /** Every command is answered and no case runs, as far as the clients can see. */
  isAtRest(): boolean
  /** Changes whenever anything moves on. */
  progress(): string
  /** Works until this life ends. `upTo`: no application beyond this number is handed in. */
  work(life: Life, options?: { readonly upTo?: number }): Promise<void>
}

const CLIENTS: readonly Client[] = [counter, clerk(REVIEWER), clerk(DECIDER), court, stamper]
const KINDS: readonly CommandKind[] = ['start', 'task', 'news', 'job']
const BREATH = 8

/** @param deployments how often the package is deployed in each life; 0: until it is known to be in force */
export function settleTown(book: Book, chance: Chance, prefix: string, deployments = 0): Town {
  const cases: Cases = { last: 0, prefix, running: '', runningCount: NOT_SEEN }
  let isDeployed = false

  async function deploy(life: Life): Promise<void> {
    for (let time = 0; time < deployments; time++) await deployLicence(life)
    while (!isDeployed && !life.alive.aborted) isDeployed = await deployLicence(life)
  }

  async function repeat(client: Client, round: Round): Promise<void> {
    while (!round.line.alive.aborted) {
      await client(round)
      await breathe()
    }
  }

  return {
    book,
    cases,
    isAtRest: () => cases.runningCount === 0 && KINDS.every((kind) => book.open(kind).length === 0),
    progress: () => `${book.acknowledged().length} ${cases.running}`,
    async work(life, { upTo = Infinity } = {}) {
      cases.runningCount = NOT_SEEN
      await deploy(life)
      const round: Round = { line: life, book, chance, upTo, cases }
      await Promise.all(CLIENTS.map((client) => repeat(client, round)))
    },
  }
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, BREATH))
