/**
 * The world outside, to try against: data bus, payment switch and notice gateways as doubles on this machine, and the
 * configuration with which a server speaks to them.
 *
 * Everything they remember lies in one folder, so that a restart finds bills, messages and keys again.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { JsonObject } from '../../engine/core/json.ts'
import { SWITCH_PATH } from '../../engine/http/api/callbacks.ts'
import { KEY_FILES, openKeyRing, type KeyRing } from './key-ring.ts'
import { signOnConfig, startSignOn } from './sign-on.ts'

export interface SandboxPorts {
  readonly databus: number
  readonly payments: number
  readonly notify: number
  readonly smtp: number
  readonly signOn: number
  readonly scanner: number
}

export interface Sandbox {
  readonly databus: string
  readonly payments: string
  readonly notify: string
  readonly smtp: { readonly host: string; readonly port: number }
  readonly signOn: string
  readonly scanner: { readonly host: string; readonly port: number }
  /** Where a configuration for `masar serve` was written. */
  readonly configFile: string
  close(): Promise<void>
}

export interface SandboxOptions {
  readonly folder: string
  readonly ports: SandboxPorts
  /** Where the server listens, or will: the switch calls back there. */
  readonly masarUrl: string
  readonly logLevel: string
}

const SCANNER_HOST = '127.0.0.1'
const FSP = { masar: 'masar', switch: 'switch-double' } as const

export async function startSandbox({ folder, ports, masarUrl, logLevel }: SandboxOptions): Promise<Sandbox> {
  mkdirSync(folder, { recursive: true })
  const keys = await openKeyRing(join(folder, 'keys'))
  const doubles = await startDoubles(folder, ports, keys, masarUrl)
  const { databus, payments, notify, signOn } = doubles
  const scanner = { host: SCANNER_HOST, port: doubles.scanner.port }
  const configFile = join(folder, 'masar.json')
  const config = {
    data: resolve(folder, 'data'),
    ...listening(masarUrl),
    logLevel,
    signOns: signOnConfig(signOn, { file: `keys/${KEY_FILES.signOn}` }),
    scanner,
    ...connections({ databus: databus.url, payments: payments.url, notify }),
  }
  writeFileSync(configFile, `${JSON.stringify(config, undefined, 2)}\n`)
  return {
    databus: databus.url,
    payments: payments.url,
    notify: notify.url,
    smtp: notify.smtp,
    signOn: signOn.url,
    scanner,
    configFile,
    async close() {
      await Promise.all([databus.close(), payments.close(), notify.close(), signOn.close(), doubles.scanner.close()])
    },
  }
}

async function startDoubles(folder: string, ports: SandboxPorts, keys: KeyRing, masarUrl: string) {
  const [
    { startDatabusDouble },
    { startSwitchDouble },
    { startNotifyDouble },
    { startScannerDouble },
    { systemClock: clock },
  ] = await Promise.all([
    import('../../engine/sandbox/databus/double.ts'),
    import('../../engine/sandbox/payments/double.ts'),
    import('../../engine/sandbox/notify/double.ts'),
    import('../../engine/sandbox/scanner/double.ts'),
    import('../../engine/system.ts'),
  ])
  const databus = await startDatabusDouble({ clock, port: ports.databus, ledger: join(folder, 'databus.ledger') })
  const payments = await startSwitchDouble({
    clock,
    port: ports.payments,
    fspId: FSP.switch,
    privateKey: keys.switch,
    masar: { fspId: FSP.masar, publicKey: keys.masarPublic, url: masarUrl + SWITCH_PATH },
    stateFile: join(folder, 'switch.json'),
    ledgerFile: join(folder, 'switch.ledger'),
  })
  const notify = await startNotifyDouble({
    clock,
    port: ports.notify,
    smtpPort: ports.smtp,
    ledger: join(folder, 'outbox.ledger'),
  })
  const signOn = await startSignOn(ports.signOn, masarUrl, keys.signOn)
  const scanner = await startScannerDouble(ports.scanner)
  return { databus, payments, notify, signOn, scanner }
}

interface Doubles {
  readonly databus: string
  readonly payments: string
  readonly notify: Pick<Sandbox, 'smtp'> & { readonly url: string }
}

function listening(masarUrl: string): JsonObject {
  const { hostname, port } = new URL(masarUrl)
  return { host: hostname, ...(port === '' ? {} : { port: Number(port) }), publicUrl: masarUrl }
}

/** Secrets are named, not copied: the files beside it are the owner's alone. */
function connections({ databus, payments, notify }: Doubles): JsonObject {
  const file = (name: keyof typeof KEY_FILES): JsonObject => ({ file: `keys/${KEY_FILES[name]}` })
  return {
    databus: {
      connections: { main: { dialect: 'xroad-r1', baseUrl: databus, instances: ['PS'] } },
      agencies: {
        moj: { client: 'PS/GOV/MOJ/masar', connection: 'main' },
        mne: { client: 'PS/GOV/MNE/masar', connection: 'main' },
        mot: { client: 'PS/GOV/MOT/masar', connection: 'main' },
        lgu: { client: 'PS/GOV/LGU/masar', connection: 'main' },
      },
    },
    payments: {
      fspId: FSP.masar,
      switchId: FSP.switch,
      baseUrl: payments,
      payerPage: `${payments}/payer/{charge}`,
      privateKey: file('masar'),
      keys: { [FSP.switch]: file('switchPublic') },
      ilpSecret: file('ilpSecret'),
      payees: {
        moj: { name: 'وزارة العدل · Ministry of Justice' },
        mne: { name: 'وزارة الاقتصاد الوطني · Ministry of National Economy' },
        mot: { name: 'وزارة النقل والمواصلات · Ministry of Transport' },
        lgu: { name: 'بلدية قباطية · Qabatiya Municipality' },
        police: { name: 'الشرطة الفلسطينية · Palestinian Police' },
      },
    },
    documents: { signing: { key: file('certificates') } },
    notify: {
      smtp: { host: notify.smtp.host, port: notify.smtp.port, from: 'no-reply@masar.example' },
      sms: { url: `${notify.url}/sms`, countryCode: '+970' },
    },
  }
}
