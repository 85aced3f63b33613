/**
 * One installation under test: a data folder, the server that is killed again and again, and, in this process which is
 * never killed, the data bus and the payment switch it talks to, with their synced ledgers.
 *
 * After each death the clock of all of them goes forward, so that leases have run out for the next life.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDatabusDouble, type DatabusDouble } from '../../engine/sandbox/databus/double.ts'
import { startSwitchDouble, type SwitchDouble } from '../../engine/sandbox/payments/double.ts'
import { keyPair } from '../../engine/sandbox/payments/keys.ts'
import { readLedgers, type Ledgers } from './judge/outside.ts'
import { freePort } from './port.ts'
import { licenceRegister } from './registry.ts'
import { beget, type Life, type LifeOptions } from './life.ts'

export interface House {
  readonly data: string
  /** A new life of the server; undefined where it died before it was ready. */
  live(options?: LifeOptions): Promise<Life | undefined>
  /** What the server wrote to its log as errors, over all lives. */
  complaints(): readonly string[]
  ledgers(): Ledgers
  close(): Promise<void>
}

/** Longer than the leases of the outside worker; those of a dead server's own connectors are taken back when it starts. */
const AFTER_A_DEATH = 6_000
const APPROVE_EVERY = 20
const HOUR = 3_600_000
const BANK_TIMING = { retryFirst: 20, retryMost: 200, answer: 1_000, transferLife: HOUR }

const MASAR_KEYS = keyPair()
const BANK_KEYS = keyPair()

export async function buildHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'masar-faults-'))
  const data = join(folder, 'data')
  mkdirSync(data)
  let ahead = 0
  const clock = { now: () => Date.now() + ahead }
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const busLedger = join(folder, 'bus.jsonl')
  const bankLedger = join(folder, 'bank.jsonl')
  const bus = await startDatabusDouble({
    clock,
    registries: [licenceRegister()],
    ledger: busLedger,
  })
  const bank = await startSwitchDouble({
    privateKey: BANK_KEYS.privateKey,
    masar: { fspId: 'masar', publicKey: MASAR_KEYS.publicKey, url: `${url}/fspiop` },
    ledgerFile: bankLedger,
    clock,
    timing: BANK_TIMING,
  })
  const payer = setInterval(() => approveAll(bank), APPROVE_EVERY)
  const config = join(folder, 'masar.json')
  writeFileSync(config, JSON.stringify(configuration(data, port, bus, bank)))
  const complaints: string[] = []
  let present: Life | undefined
  return {
    data,
    complaints: () => complaints,
    ledgers: () => readLedgers(readFileSync(bankLedger, 'utf8'), readFileSync(busLedger, 'utf8')),
    async live(options = {}) {
      ahead += AFTER_A_DEATH
      present = await beget({
        ...options,
        config,
        ahead,
        url,
        complain: (line) => complaints.push(line),
      })
      return present
    },
    async close() {
      await present?.kill()
      clearInterval(payer)
      await bank.close()
      await bus.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function approveAll(bank: SwitchDouble): void {
  for (const order of bank.orders()) if (order.stage === 'pending') bank.approve(order.id)
}

const configuration = (data: string, port: number, bus: DatabusDouble, bank: SwitchDouble): object => ({
  data,
  port,
  logLevel: 'error',
  requestsPerMinute: 10_000_000,
  databus: {
    connections: { main: { dialect: 'xroad-r1', baseUrl: bus.url, instances: ['PS'] } },
    agencies: { moj: { client: 'PS/GOV/MOJ/masar', connection: 'main' } },
  },
  payments: {
    fspId: 'masar',
    switchId: bank.fspId,
    baseUrl: bank.url,
    privateKey: MASAR_KEYS.privateKey,
    keys: { [bank.fspId]: BANK_KEYS.publicKey },
    ilpSecret: 'a secret of the kill harness, long enough for it',
    payees: { moj: { name: 'وزارة العدل · Ministry of Justice' } },
  },
})
