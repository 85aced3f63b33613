/** The double's own face, under /__double: order trouble, see what came, see what was carried out. */
import { FAULT_KINDS, readFault } from './faults.ts'
import type { Arrived, SecurityServer } from './security-server/security-server.ts'
import { jsonReply, type Reply } from './reply.ts'

const ROUTES: Readonly<Record<string, (server: SecurityServer, arrived: Arrived) => Reply>> = {
  'GET /__double/calls': ({ calls }) => jsonReply(200, { double: true, calls: calls.all() }),
  'GET /__double/deliveries': ({ ledger }) => jsonReply(200, { double: true, deliveries: ledger.entries() }),
  'GET /__double/faults': ({ faults }) => jsonReply(200, { double: true, faults: faults.pending() }),
  'POST /__double/faults': orderFault,
  'DELETE /__double/faults': ({ faults }) => {
    faults.clear()
    return jsonReply(200, { double: true, faults: [] })
  },
}

export function answerAdmin(server: SecurityServer, arrived: Arrived): Reply {
  const route = `${arrived.method} ${arrived.address.split('?')[0] ?? ''}`
  const answer = Object.hasOwn(ROUTES, route) ? ROUTES[route] : undefined
  if (answer) return answer(server, arrived)
  return jsonReply(404, { double: true, message: `Expected one of ${Object.keys(ROUTES).join(', ')}` })
}

function orderFault({ faults }: SecurityServer, arrived: Arrived): Reply {
  const order = readFault(parsed(arrived.body))
  if (!order)
    return jsonReply(422, {
      double: true,
      message: `Expected {"kind": one of ${FAULT_KINDS.join(', ')}, "service"?, "times"?, "skip"?} with what the kind needs`,
    })
  faults.add(order)
  return jsonReply(201, { double: true, faults: faults.pending() })
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
