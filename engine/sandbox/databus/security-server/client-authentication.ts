/** How an agency's system proves itself to the security server: with mutual TLS, the certificate must be one of those on file. */
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { BusFault } from './bus-fault.ts'
import { clientText, type ClientId } from './identifiers.ts'

const CODE = 'server.clientproxy.ssl_authentication_failed'

export function checkCertificate(socket: Socket, client: ClientId): void {
  if (!(socket instanceof TLSSocket)) return
  const certificate = socket.getPeerCertificate()
  if (Object.keys(certificate).length === 0)
    throw new BusFault(CODE, `Client (${clientText(client)}) specifies HTTPS but did not supply TLS certificate`)
  if (!socket.authorized)
    throw new BusFault(CODE, `Client (${clientText(client)}) TLS certificate does not match any IS certificates`)
}
