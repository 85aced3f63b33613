/** Where something listens on this machine. */
import { createServer, type AddressInfo } from 'node:net'

export function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port < 65_536 ? port : undefined
}

/** A port nobody has at this moment, where an address must be known before anything listens there. */
export function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
