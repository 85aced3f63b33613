/** What runs in a cell does what it is asked to, for better or worse. */
import { parentPort } from 'node:worker_threads'

export type Deed =
  | { readonly kind: 'size'; readonly of: Uint8Array }
  | { readonly kind: 'grow' | 'fault' | 'surroundings' | 'want' | 'spin' }
export type Told = { readonly kind: 'told'; readonly what: string }

const port = parentPort
if (port === null) throw new Error('Expected to run in a cell')
const tell = (what: string): void => port.postMessage({ kind: 'told', what } satisfies Told)

function grow(): never {
  const grown: number[] = []
  for (;;) grown.push(grown.length)
}

function spin(): never {
  tell(String(process.pid))
  for (;;);
}

const DEEDS: Readonly<Record<Exclude<Deed['kind'], 'size'>, () => void>> = {
  grow,
  spin,
  surroundings: () => tell(JSON.stringify(process.env)),
  want: () => port.postMessage({ kind: 'wanted', id: 'common.shared', version: '1.0.0' }),
  fault() {
    throw new Error('Expected no fault')
  },
}

port.on('message', (deed: Deed | { readonly kind: 'deployed'; readonly zip?: Uint8Array }) => {
  if (deed.kind === 'size') tell(String(deed.of.length))
  else if (deed.kind === 'deployed') tell(deed.zip === undefined ? 'none' : String(deed.zip.length))
  else DEEDS[deed.kind]()
})
