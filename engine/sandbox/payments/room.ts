/** What the faces of the double share: its memory, its wallet, the trouble asked for, and the list of what passed. */
import type { Effects } from './effects.ts'
import type { Participant } from './faces/strictness.ts'
import type { Faults } from './faults.ts'
import type { Memory } from './memory.ts'
import type { Wallet } from './wallet.ts'

/** in: from Masar. out: to Masar. Status 0: no answer. */
export interface Call {
  readonly direction: 'in' | 'out'
  readonly method: string
  readonly path: string
  readonly status: number
  readonly fault?: string
}

export interface Room {
  readonly self: string
  readonly masar: Participant
  readonly now: () => number
  readonly memory: Memory
  readonly effects: Effects
  readonly faults: Faults
  readonly wallet: Wallet
  readonly calls: Call[]
  readonly note: (call: Call) => void
  readonly wake: () => void
}
