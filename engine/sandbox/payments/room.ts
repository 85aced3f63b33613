/** What the faces of the double share: its memory, its wallet, the trouble asked for, and the list of what passed. */
import type { Effects } from './effects.ts'
import type { Participant } from './faces/strictness.ts'
import type { Faults } from './faults.ts'
import type { Memory } from './memory.ts'
import type { Correspondence } from './letters.ts'

/** in: from Masar. out: to Masar. Status 0: no answer. */
export interface Call {
  readonly direction: 'in' | 'out'
  readonly method: string
  readonly path: string
  readonly status: number
  readonly fault?: string
}

/** What the payer's wallet works with. */
export interface Wallet extends Correspondence {
  readonly memory: Memory
  readonly effects: Effects
  readonly faults: Faults
  /** Lifetime of a transfer in milliseconds. */
  readonly transferLife: number
}

export interface Room extends Wallet {
  readonly masar: Participant
  readonly calls: Call[]
  readonly note: (call: Call) => void
  /** Something may be due: the courier looks at once. */
  readonly wake: () => void
}
