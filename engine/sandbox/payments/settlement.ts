/** The moment money moves in the double: the key is tried in the lock, then the transfer is committed or aborted. */
import { createHash } from 'node:crypto'
import { transferState } from './letters.ts'
import { awaiting } from './memory.ts'
import { staged, type Order } from './order.ts'
import type { Wallet } from './room.ts'

export function settle(wallet: Wallet, order: Order, fulfilment: string): void {
  const condition = createHash('sha256').update(Buffer.from(fulfilment, 'base64url')).digest('base64url')
  if (condition !== order.condition) return abort(wallet, order, 'the fulfilment did not fit the condition')
  if (wallet.now() >= (order.transferExpires ?? 0)) return abort(wallet, order, 'the transfer took too long')
  if (wallet.faults.take('transfers', ['abort']) !== undefined) return abort(wallet, order, 'aborted on request')
  commit(wallet, order, fulfilment)
}

/** In the ledger first: what is told later has happened. */
function commit(wallet: Wallet, order: Order, fulfilment: string): void {
  const mute = wallet.faults.take('transfers', ['noPatch']) !== undefined
  const paid = staged(order, 'paid', { fulfilment, endedAt: wallet.now(), mute })
  const { id: key, transferId = '', amount, currency } = order
  wallet.effects.add({ kind: 'committed', key, transferId, amount, currency })
  wallet.memory.write({
    order: paid,
    done: awaiting('transfers', order),
    add: mute ? [] : [transferState(wallet, paid, 'PATCH')],
  })
}

function abort(wallet: Wallet, order: Order, failure: string): void {
  const back = staged(order, 'pending', { failure, endedAt: wallet.now() })
  wallet.memory.write({
    order: back,
    done: awaiting('transfers', order),
    add: [transferState(wallet, back, 'PATCH')],
  })
}
